package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.ProjectionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FeatureMaps;
import org.zfscope.viz.render.Tile;

/** Makes what is shown of one unit, and of the same unit elsewhere. */
final class UnitSheets {

    /** Colour of a patch where the receptive field hangs over the picture's border. */
    private static final int OUTSIDE = 0x808080;

    private final Engine engine;
    private final Wanted wanted;

    UnitSheets(Engine engine, Wanted wanted) {
        this.engine = engine;
        this.wanted = wanted;
    }

    UnitSheet sheet(Running running, Target target) {
        long start = System.nanoTime();
        Projector projector = engine.projector(running.network(), wanted.method());
        Projection projection = projector.project(running.run(), target);
        long millis = (System.nanoTime() - start) / 1_000_000;
        ProjectionFigure figure = running.figure();
        Contrast contrast = Contrast.projections().withGain(wanted.gain());
        var unit = projection.unit();
        var values = running.run().map(unit.layer(), 0, unit.unit());
        Tile map = FeatureMaps.tiles(values, Contrast.featureMaps().withGain(wanted.mapsGain()))
                .get(0);
        Window field = figure.field(projection);
        return new UnitSheet(
                wanted.unitKey(),
                target,
                projection,
                running.seen(),
                field,
                map,
                values,
                figure.whole(projection, contrast),
                figure.crop(projection, contrast),
                figure.patch(projection, OUTSIDE),
                millis);
    }

    Beside beside(Running running, Target target) {
        Optional<RgbImage> control = wanted.control() ? Optional.of(control(running, target)) : Optional.empty();
        return wanted.pinned()
                .map(pinned -> pinned(pinned, target, control))
                .orElseGet(() -> new Beside(wanted.beside(), control, Optional.empty(), ""));
    }

    private Beside pinned(Subject pinned, Target target, Optional<RgbImage> control) {
        try {
            UnitSheet sheet = sheet(engine.running(pinned), target);
            return new Beside(wanted.beside(), control, Optional.of(sheet), "");
        } catch (InputException e) {
            return new Beside(wanted.beside(), control, Optional.empty(), e.message());
        }
    }

    private RgbImage control(Running running, Target target) {
        Network shuffled = engine.control(running.network());
        var unit = engine.projector(running.network(), wanted.method())
                .project(running.run(), target)
                .unit();
        Projection projection = engine.projector(shuffled, wanted.method())
                .projectUnits(running.run(), List.of(unit), Progress.SILENT)
                .get(0);
        return running.figure().crop(projection, Contrast.projections().withGain(wanted.gain()));
    }
}
