package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;

/**
 * Everything that was chosen to be seen.
 *
 * @param reading counts what was opened, so that a file that is opened again is read again
 * @param layer whose units are shown
 * @param target what is projected
 * @param pinned another network or picture, to see the same unit in
 * @param control whether the projection through shuffled weights is wanted too
 * @param inView the units that are seen now, to be made first; only a hint
 */
public record Request(
        int reading,
        Optional<ModelSource> model,
        Optional<Path> picture,
        Optional<String> layer,
        Optional<Target> target,
        Catalogue kind,
        Method method,
        Scale.Shared scale,
        double mapsGain,
        double gain,
        Optional<Subject> pinned,
        boolean control,
        Optional<IndexFile> index,
        Side side,
        Set<Integer> inView) {

    /** Network and picture, if both are there. */
    public Optional<Subject> subject() {
        return model.flatMap(m -> picture.map(p -> new Subject(m, Optional.of(p), reading)));
    }

    /** The same with another scale. */
    public Request withScale(Scale.Shared other) {
        return new Request(
                reading, model, picture, layer, target, kind, method, other, mapsGain, gain, pinned, control, index,
                side, inView);
    }

    /** The same with another gain of maps. */
    public Request withMapsGain(double other) {
        return new Request(
                reading, model, picture, layer, target, kind, method, scale, other, gain, pinned, control, index, side,
                inView);
    }

    Contrast shared(Contrast contrast) {
        return contrast.withScale(scale);
    }

    /** What is asked of the layer. */
    public Optional<LayerExhibit> ofLayer() {
        return subject().flatMap(s -> layer.map(name -> kind.exhibit(s, name, this)));
    }

    /** What is asked of the unit. */
    public Optional<UnitView> ofUnit() {
        return subject()
                .flatMap(s -> target.map(t -> new UnitView(
                        s,
                        t,
                        method,
                        Contrast.projections().withGain(gain),
                        Contrast.featureMaps().withGain(mapsGain))));
    }

    Optional<Comparison> comparison() {
        return ofUnit().map(unit -> new Comparison(unit, pinned, control));
    }

    /** Whatever of a unit is projected, its strongest pictures are the same. */
    Optional<UnitHits> hits() {
        return subject()
                .flatMap(s -> index.flatMap(i -> target.flatMap(Target::map)
                        .map(unit -> new UnitHits(s.alone(), i, unit, method, TopFigure.CONTRAST.withGain(gain)))));
    }
}
