package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;

/** Every map of every picture, all kept, then sorted; pictures share their batches with others than in a scan. */
public final class BruteForce {

    private BruteForce() {}

    public static Map<String, List<List<Hit>>> hits(Network network, TopActivations.Options options, Dataset dataset) {
        Map<String, List<List<Hit>>> all = new LinkedHashMap<>();
        for (String layer : options.layers()) {
            List<List<Hit>> units = new ArrayList<>();
            for (int u = 0; u < network.shape(layer).channels(); u++) {
                units.add(new ArrayList<>());
            }
            all.put(layer, units);
        }
        List<Dataset.Item> rotated = new ArrayList<>(dataset.items());
        Collections.rotate(rotated, 1);
        Keep keep = Keep.only(options.layers().toArray(String[]::new));
        for (int from = 0; from < rotated.size(); from += TopActivations.BATCH) {
            List<Dataset.Item> some = rotated.subList(from, Math.min(rotated.size(), from + TopActivations.BATCH));
            try (Activations run = network.forward(inputs(network, dataset, some), keep)) {
                all.forEach((layer, units) -> {
                    for (int i = 0; i < some.size(); i++) {
                        add(run.maps(layer, i), some.get(i), options.rank(), units);
                    }
                });
            }
        }
        all.values().forEach(units -> units.replaceAll(hits -> first(hits, options.k())));
        return all;
    }

    private static List<Tensor> inputs(Network network, Dataset dataset, List<Dataset.Item> some) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < TopActivations.BATCH; i++) {
            inputs.add(Picture.read(dataset.file(some.get(i % some.size())), network)
                    .input());
        }
        return inputs;
    }

    private static List<Hit> first(List<Hit> hits, int k) {
        return hits.stream()
                .sorted((a, b) -> a.value() != b.value()
                        ? Float.compare(b.value(), a.value())
                        : a.picture().path().compareTo(b.picture().path()))
                .limit(k)
                .toList();
    }

    private static void add(Tensor maps, Dataset.Item item, Rank rank, List<List<Hit>> units) {
        for (int u = 0; u < units.size(); u++) {
            float[] map = maps.channel(u).values();
            int at = 0;
            double sum = 0;
            for (int i = 0; i < map.length; i++) {
                sum += map[i];
                at = map[i] > map[at] ? i : at;
            }
            int width = maps.shape().width();
            units.get(u).add(new Hit(rank == Rank.MAX ? map[at] : (float) sum, item, at / width, at % width));
        }
    }
}
