package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Tensor;

/**
 * Feature vectors of many pictures in several layers.
 *
 * @param layers by their names, the vectors of each picture
 * @param skipped pictures that cannot be read
 */
record Features(Map<String, Map<Dataset.Item, float[]>> layers, List<Tops.Skipped> skipped) {

    /**
     * Runs the pictures in batches; those that are damaged are skipped.
     *
     * @param poolings by layer
     * @param progress told of each batch
     * @throws org.zfscope.models.io.MachineException if it cannot be told whether one is damaged
     */
    static Features of(Network network, Dataset pictures, Map<String, Pooling> poolings, Progress progress) {
        Map<String, Map<Dataset.Item, float[]>> layers = new LinkedHashMap<>();
        poolings.keySet().forEach(layer -> layers.put(layer, new HashMap<>()));
        List<Tops.Skipped> skipped = new ArrayList<>();
        int done = 0;
        try (ReadAhead ahead = new ReadAhead(network, pictures, pictures.items(), 2 * TopActivations.BATCH)) {
            while (ahead.hasNext()) {
                List<ReadAhead.Read> batch = new ArrayList<>();
                while (batch.size() < TopActivations.BATCH && ahead.hasNext()) {
                    ReadAhead.Read read = ahead.next();
                    done++;
                    if (read.input().isPresent()) {
                        batch.add(read);
                    } else {
                        skipped.add(new Tops.Skipped(read.item().path(), read.problem()));
                    }
                }
                run(network, batch, poolings, layers);
                progress.report(done, pictures.items().size());
            }
        }
        return new Features(layers, List.copyOf(skipped));
    }

    /** Always full batches, so that a picture's features do not depend on those beside it. */
    private static void run(
            Network network,
            List<ReadAhead.Read> batch,
            Map<String, Pooling> poolings,
            Map<String, Map<Dataset.Item, float[]>> layers) {
        if (batch.isEmpty()) {
            return;
        }
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < TopActivations.BATCH; i++) {
            inputs.add(batch.get(Math.min(i, batch.size() - 1)).input().orElseThrow());
        }
        try (Activations run = network.forward(inputs, new Keep.Only(Set.copyOf(poolings.keySet())))) {
            poolings.forEach((layer, pooling) -> {
                Map<Dataset.Item, float[]> found = Objects.requireNonNull(layers.get(layer));
                for (int i = 0; i < batch.size(); i++) {
                    found.put(batch.get(i).item(), pooling.features(run.maps(layer), i));
                }
            });
        }
    }
}
