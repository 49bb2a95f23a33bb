package org.zfscope.app.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.ProjectionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Tile;

/** The projections of all units of a layer, a few at a time, so that the first are seen while the others are made. */
final class LayerProjections {

    private static final int AT_ONCE = 16;

    /** 400 MB. */
    private static final double MOST_PIXELS = 1e8;

    private final Engine engine;
    private final Wanted wanted;
    private final Running running;
    private final String layer;
    private final List<Tile> tiles = new ArrayList<>();
    private final float[] strengths;
    private final TileSize size;

    LayerProjections(Engine engine, Wanted wanted, Running running, String layer) {
        this.engine = engine;
        this.wanted = wanted;
        this.running = running;
        this.layer = layer;
        this.strengths = new float[running.network().shape(layer).channels()];
        this.size = new TileSize(strengths.length, MOST_PIXELS);
    }

    MapsSheet make(Consumer<MapsSheet> partly) {
        ProjectionFigure figure = running.figure();
        Projector projector = engine.projector(running.network(), wanted.method());
        Contrast contrast = Contrast.projections().withGain(wanted.gain());
        List<Projection> all = new ArrayList<>();
        for (int from = 0; from < strengths.length; from += AT_ONCE) {
            List<Projection> some = projector.project(running.run(), strongest(from), Progress.SILENT);
            some.forEach(p -> add(p, figure.crop(p, contrast)));
            if (wanted.scale() == Scale.Shared.LAYER) {
                all.addAll(some);
            }
            partly.accept(sheet());
        }
        if (wanted.scale() == Scale.Shared.LAYER) {
            tiles.clear();
            Contrast shared = contrast.withScale(new Scale.Fixed(largest(all)));
            all.forEach(p -> add(p, figure.crop(p, shared)));
        }
        return sheet();
    }

    private List<Target> strongest(int from) {
        return IntStream.range(from, Math.min(strengths.length, from + AT_ONCE))
                .mapToObj(unit -> (Target) new Target.Strongest(layer, unit))
                .toList();
    }

    private void add(Projection projection, RgbImage drawn) {
        float activation = projection.unit().activation();
        strengths[projection.unit().unit()] = activation;
        tiles.add(
                new Tile(size.fitting(drawn), Integer.toString(projection.unit().unit()), !(activation > 0)));
    }

    private static double largest(List<Projection> projections) {
        double most = Float.MIN_NORMAL;
        for (Projection projection : projections) {
            Tensor pixels = projection.pixels();
            for (float value : pixels.values()) {
                most = Math.max(most, Math.abs(value));
            }
        }
        return most;
    }

    private MapsSheet sheet() {
        return new MapsSheet(
                wanted.mapsKey(),
                layer,
                wanted.kind(),
                tiles,
                strengths.clone(),
                Optional.empty(),
                "",
                strengths.length - tiles.size());
    }
}
