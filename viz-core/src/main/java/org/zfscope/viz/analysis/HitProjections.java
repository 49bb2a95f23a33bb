package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.Target;

/**
 * Projects hits back to the pixels. Each picture runs forward once for all units that it is a hit of. Memory holds the
 * projections of the units asked for: ask for a few dozen at a time. Who opens it closes it.
 */
public final class HitProjections implements AutoCloseable {

    private final Network network;
    private final Dataset dataset;
    private final Rank rank;
    private final Projector projector;

    public HitProjections(Network network, Dataset dataset, Rank rank, Method method) {
        this.network = network;
        this.dataset = dataset;
        this.rank = rank;
        this.projector = new Projector(network, method);
    }

    /** How large the receptive fields of a layer's units are drawn. */
    public Shape field(String layer) {
        Window field = ReceptiveField.shown(network, layer, Window.at(0, 0));
        return new Shape(network.input().channels(), field.height(), field.width());
    }

    /** Where one hit of one of the units asked for goes. */
    private record Slot(int block, int number, int unit, Hit hit) {}

    /**
     * The hits of some of a layer's units, in the order of the units and of their hits.
     *
     * @param progress told after each layer and each picture
     * @throws org.zfscope.models.io.InputException if a picture is not there any more or cannot be read
     */
    public List<List<HitProjection>> see(String layer, LayerTops tops, List<Integer> units, Progress progress) {
        Map<Dataset.Item, List<Slot>> byPicture = new TreeMap<>();
        List<List<HitProjection>> blocks = new ArrayList<>();
        for (int block = 0; block < units.size(); block++) {
            List<Hit> hits = tops.hits(units.get(block));
            for (int i = 0; i < hits.size(); i++) {
                Slot slot = new Slot(block, i, units.get(block), hits.get(i));
                byPicture
                        .computeIfAbsent(hits.get(i).picture(), p -> new ArrayList<>())
                        .add(slot);
            }
            blocks.add(new ArrayList<>(java.util.Collections.nCopies(hits.size(), null)));
        }
        int done = 0;
        for (Map.Entry<Dataset.Item, List<Slot>> picture : byPicture.entrySet()) {
            int before = done;
            Progress within = (layers, all) -> progress.report(before, byPicture.size());
            List<HitProjection> seen = see(layer, picture.getKey(), picture.getValue(), within);
            for (int i = 0; i < seen.size(); i++) {
                Slot slot = picture.getValue().get(i);
                blocks.get(slot.block()).set(slot.number(), seen.get(i));
            }
            progress.report(++done, byPicture.size());
        }
        return blocks;
    }

    private List<HitProjection> see(String layer, Dataset.Item item, List<Slot> slots, Progress progress) {
        Tensor input = Picture.read(dataset.file(item), network).input();
        RgbImage picture = network.preprocessing().picture(input);
        try (Activations run = network.forward(List.of(input), Keep.upTo(layer), progress)) {
            List<Target> targets = new ArrayList<>();
            for (Slot p : slots) {
                targets.add(
                        new Target.Neuron(layer, p.unit(), p.hit().y(), p.hit().x()));
            }
            List<Projection> projections = projector.project(run, targets, progress);
            List<HitProjection> seen = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                seen.add(seen(run, slots.get(i), projections.get(i), picture));
            }
            return seen;
        }
    }

    private HitProjection seen(Activations run, Slot slot, Projection projection, RgbImage picture) {
        String layer = projection.unit().layer();
        Window field = ReceptiveField.shown(network, layer, projection.unit().window());
        float[] map = run.map(layer, 0, slot.unit()).values();
        float value = rank.value(map, projection.unit().activation());
        Window inside = visible(field, network.input());
        return new HitProjection(slot.hit(), value, field, projection.crop(field), inside, picture.crop(inside));
    }

    /** The part inside the picture, or one pixel of it where a unit sees nothing but padding. */
    private static Window visible(Window field, Shape picture) {
        Window inside = field.clip(picture);
        return inside.fit(Math.max(1, inside.height()), Math.max(1, inside.width()), picture);
    }

    @Override
    public void close() {
        projector.close();
    }
}
