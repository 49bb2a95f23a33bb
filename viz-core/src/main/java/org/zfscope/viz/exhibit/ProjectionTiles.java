package org.zfscope.viz.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.TileSize;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Tile;

/** The projections of all units of a layer, a few at a time, so that the first are seen while the others are made. */
final class ProjectionTiles {

    private static final int AT_ONCE = 16;

    /** 400 MB. */
    private static final double MOST_PIXELS = 1e8;

    private final LayerProjections question;
    private final PictureRun run;
    private final Projector projector;
    private final List<Tile> tiles = new ArrayList<>();
    private final float[] strengths;
    private final TileSize size;

    ProjectionTiles(LayerProjections question, PictureRun run, Projector projector) {
        this.question = question;
        this.run = run;
        this.projector = projector;
        this.strengths = new float[run.network().shape(question.layer()).channels()];
        this.size = new TileSize(strengths.length, MOST_PIXELS);
    }

    /** With a scale of their own at first, also where all share one in the end. */
    TileSheet make(Audience audience) {
        boolean shared = question.contrast().scale() == Scale.Shared.LAYER;
        List<Projection> all = new ArrayList<>();
        for (int from = 0; from < strengths.length; from += AT_ONCE) {
            int before = from;
            Progress within = (done, more) -> audience.report(before + done, strengths.length);
            List<Projection> some = projector.project(run.activations(), strongest(from), within);
            some.forEach(p -> add(p, question.contrast().withScale(Scale.Shared.TILE)));
            if (shared) {
                all.addAll(some);
            }
            audience.see(sheet());
        }
        if (shared) {
            tiles.clear();
            Contrast fixed = question.contrast().withScale(new Scale.Fixed(largest(all)));
            all.forEach(p -> add(p, fixed));
        }
        return sheet();
    }

    private List<Target> strongest(int from) {
        return IntStream.range(from, Math.min(strengths.length, from + AT_ONCE))
                .mapToObj(unit -> (Target) new Target.Strongest(question.layer(), unit))
                .toList();
    }

    private void add(Projection projection, Contrast contrast) {
        int unit = projection.unit().unit();
        float activation = projection.unit().activation();
        RgbImage drawn = run.figure().crop(projection, contrast);
        strengths[unit] = activation;
        tiles.add(new Tile(size.fitting(drawn), Integer.toString(unit), !(activation > 0)));
    }

    private static double largest(List<Projection> projections) {
        return projections.stream().mapToDouble(p -> p.pixels().maxAbs()).reduce(Float.MIN_NORMAL, Math::max);
    }

    private TileSheet sheet() {
        return new TileSheet(question, tiles, strengths.clone(), Optional.empty(), "", strengths.length - tiles.size());
    }
}
