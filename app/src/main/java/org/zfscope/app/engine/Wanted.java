package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.render.Scale;

/**
 * Everything that decides what the window shows. A pane is up to date while the key that it was made for is the key of
 * what is wanted now.
 *
 * @param opened counts what was opened, so that a file that is opened again is read again
 * @param layer whose maps are shown
 * @param target what is projected
 * @param pinned another network or picture, to see the same unit in
 * @param control whether the projection through shuffled weights is wanted too
 */
public record Wanted(
        int opened,
        Optional<ModelSource> model,
        Optional<Path> picture,
        Optional<String> layer,
        Optional<Target> target,
        MapsKind kind,
        Method method,
        Scale.Shared scale,
        double mapsGain,
        double gain,
        Optional<Subject> pinned,
        boolean control,
        Top top) {

    /**
     * What is wanted of strongest pictures.
     *
     * @param inView the units that are seen now, to be made first; only a hint
     */
    public record Top(Optional<OpenIndex> index, TopSide side, Set<Integer> inView) {}

    /** Network and picture, if both are there. */
    public Optional<Subject> subject() {
        return model.flatMap(m -> picture.map(p -> new Subject(m, p)));
    }

    public List<Object> networkKey() {
        return List.of(opened, model);
    }

    public List<Object> pictureKey() {
        return List.of(opened, model, picture);
    }

    /** What the tiles are made from; the target and the method only where they show. */
    public List<Object> mapsKey() {
        List<Object> always = List.of(pictureKey(), layer, kind, scale);
        return switch (kind) {
            case MAPS -> List.of(always, mapsGain);
            case FILTERS -> List.of(always, mapsGain);
            case PROJECTIONS -> List.of(always, method, gain);
            case BACKWARD -> List.of(always, method, gain, target);
            case TOP_9 ->
                List.of(
                        networkKey(),
                        layer,
                        top.index(),
                        top.side(),
                        top.side() == TopSide.PATCHES ? List.of() : List.of(method, gain));
        };
    }

    public List<Object> unitKey() {
        return List.of(pictureKey(), target, method, gain, mapsGain);
    }

    /** Whether the unit's strongest pictures are wanted: an index is open and a unit is chosen. */
    public boolean hasTop() {
        return top.index().isPresent() && unit().isPresent();
    }

    public List<Object> topKey() {
        return List.of(networkKey(), top.index(), unit(), method, gain);
    }

    /** Whose strongest pictures are shown: whatever of a unit is projected, they are the same. */
    Optional<Target.Strongest> unit() {
        return target.flatMap(Wanted::unit);
    }

    private static Optional<Target.Strongest> unit(Target target) {
        if (target instanceof Target.Neuron n) {
            return Optional.of(new Target.Strongest(n.layer(), n.unit()));
        }
        if (target instanceof Target.WholeMap m) {
            return Optional.of(new Target.Strongest(m.layer(), m.unit()));
        }
        return target instanceof Target.Strongest s ? Optional.of(s) : Optional.empty();
    }

    public List<Object> beside() {
        return List.of(unitKey(), pinned, control);
    }
}
