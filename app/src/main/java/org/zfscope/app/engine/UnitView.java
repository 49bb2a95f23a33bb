package org.zfscope.app.engine;

import java.util.List;
import org.zfscope.models.Keep;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.Unit;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureRun;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.exhibit.UnitProjections;
import org.zfscope.viz.figure.ProjectionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.MapTiles;
import org.zfscope.viz.render.Tile;

/**
 * What does one unit see, and answer?
 *
 * @param contrast of its projection
 * @param maps of its feature map
 */
public record UnitView(Subject subject, Target target, Method method, Contrast contrast, Contrast maps) {

    /** Its projection alone, to be taken away. */
    public UnitProjections projection() {
        return UnitProjections.of(subject, target, method, contrast);
    }

    /** The same unit in another network or picture. */
    UnitView in(Subject other) {
        return new UnitView(other, target, method, contrast, maps);
    }

    /** @param progress told after each layer */
    UnitSheet sheet(Lab lab, Progress progress) {
        PictureRun run = lab.run(subject, Keep.everything());
        long start = System.nanoTime();
        Projector projector = lab.projector(run.network(), method);
        Projection projection =
                projector.project(run.activations(), List.of(target), progress).get(0);
        long millis = (System.nanoTime() - start) / 1_000_000;
        ProjectionFigure figure = run.figure();
        Unit unit = projection.unit();
        Tensor values = run.activations().map(unit.layer(), 0, unit.unit());
        Tile map = MapTiles.of(values, maps).get(0);
        Window field = figure.field(projection);
        return new UnitSheet(
                this,
                projection,
                run.seen(),
                field,
                map,
                values,
                figure.whole(projection, contrast),
                figure.crop(projection, contrast),
                figure.patch(projection),
                millis);
    }
}
