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
import org.zfscope.viz.render.Overlay;

/**
 * Projects hits back to the pixels. Each picture runs forward once for all units that it is a hit of. Memory holds the
 * projections of the units asked for: ask for a few dozen at a time. Who opens it closes it.
 */
public final class HitProjections implements AutoCloseable {

    private static final int MID_GREY = 0x808080;

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

    /** One hit of one of the units asked for. */
    private record Place(int block, int number, int unit, Hit hit) {}

    /**
     * The hits of some of a layer's units, in the order of the units and of their hits.
     *
     * @param progress told after each picture
     * @throws org.zfscope.models.io.InputException if a picture is not there any more or cannot be read
     */
    public List<List<SeenHit>> see(String layer, LayerTops tops, List<Integer> units, Progress progress) {
        Map<Dataset.Item, List<Place>> byPicture = new TreeMap<>();
        List<List<SeenHit>> blocks = new ArrayList<>();
        for (int block = 0; block < units.size(); block++) {
            List<Hit> hits = tops.hits(units.get(block));
            for (int i = 0; i < hits.size(); i++) {
                Place place = new Place(block, i, units.get(block), hits.get(i));
                byPicture
                        .computeIfAbsent(hits.get(i).picture(), p -> new ArrayList<>())
                        .add(place);
            }
            blocks.add(new ArrayList<>(java.util.Collections.nCopies(hits.size(), null)));
        }
        int done = 0;
        for (Map.Entry<Dataset.Item, List<Place>> picture : byPicture.entrySet()) {
            List<SeenHit> seen = see(layer, picture.getKey(), picture.getValue());
            for (int i = 0; i < seen.size(); i++) {
                Place place = picture.getValue().get(i);
                blocks.get(place.block()).set(place.number(), seen.get(i));
            }
            progress.report(++done, byPicture.size());
        }
        return blocks;
    }

    private List<SeenHit> see(String layer, Dataset.Item item, List<Place> places) {
        Tensor input = Picture.read(dataset.file(item), network).input();
        RgbImage picture = network.preprocessing().picture(input);
        try (Activations run = network.forward(input, Keep.upTo(layer))) {
            List<Target> targets = new ArrayList<>();
            for (Place p : places) {
                targets.add(
                        new Target.Neuron(layer, p.unit(), p.hit().y(), p.hit().x()));
            }
            List<Projection> projections = projector.project(run, targets, Progress.SILENT);
            List<SeenHit> seen = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                seen.add(seen(run, places.get(i), projections.get(i), picture));
            }
            return seen;
        }
    }

    private SeenHit seen(Activations run, Place place, Projection projection, RgbImage picture) {
        String layer = projection.unit().layer();
        Window field = ReceptiveField.shown(network, layer, projection.unit().window());
        float[] map = run.map(layer, 0, place.unit()).values();
        float value = rank.value(map, projection.unit().activation());
        return new SeenHit(place.hit(), value, field, projection.crop(field), Overlay.patch(picture, field, MID_GREY));
    }

    @Override
    public void close() {
        projector.close();
    }
}
