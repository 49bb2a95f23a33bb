package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.Request;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.IndexFile;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Scale;

/** What the user has chosen to see. Views bind to these; every change leads to a new look. */
public final class Choices {

    private final ObjectProperty<Optional<ModelSource>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Path>> picture = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> layer = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Target>> target = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Catalogue> kind = new SimpleObjectProperty<>(Catalogue.MAPS);
    private final ObjectProperty<Method> method = new SimpleObjectProperty<>(Method.DECONVNET);
    private final ObjectProperty<Scale.Shared> scale = new SimpleObjectProperty<>(Scale.Shared.TILE);
    private final ObjectProperty<Double> mapsGain = new SimpleObjectProperty<>(1.0);
    private final ObjectProperty<Double> gain = new SimpleObjectProperty<>(1.0);
    private final ObjectProperty<Optional<Subject>> pinned = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty control = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<IndexFile>> index = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.PATCHES);
    private final ObjectProperty<Set<Integer>> inView = new SimpleObjectProperty<>(Set.of());

    Choices() {}

    /** All of them, to be told of any change. */
    List<Observable> all() {
        return List.of(
                model, picture, layer, target, kind, method, scale, mapsGain, gain, pinned, control, index, side,
                inView);
    }

    Request request(int reading) {
        return new Request(
                reading,
                model.get(),
                picture.get(),
                layer.get(),
                target.get(),
                kind.get(),
                method.get(),
                scale.get(),
                mapsGain.get(),
                gain.get(),
                pinned.get(),
                control.get(),
                index.get(),
                side.get(),
                inView.get());
    }

    /** A file or a name of the zoo. */
    public ObjectProperty<Optional<ModelSource>> model() {
        return model;
    }

    public ObjectProperty<Optional<Path>> picture() {
        return picture;
    }

    /** Whose maps are shown. */
    public ObjectProperty<Optional<String>> layer() {
        return layer;
    }

    /** What is carried back to the pixels. */
    public ObjectProperty<Optional<Target>> target() {
        return target;
    }

    public ObjectProperty<Catalogue> kind() {
        return kind;
    }

    /** Another exhibit of the layer; where it is shown already, its feature maps again. */
    public void showOrHide(Catalogue other) {
        kind.set(kind.get() == other ? Catalogue.MAPS : other);
    }

    public ObjectProperty<Method> method() {
        return method;
    }

    /** Another rule, with its usual way through normalisation. */
    public void rule(ReluRule rule) {
        method.set(Method.of(rule).with(method.get().seed()));
    }

    /** Whether each tile has its own scale. */
    public ObjectProperty<Scale.Shared> scale() {
        return scale;
    }

    /** How many times the contrast of maps and filters is raised. */
    public ObjectProperty<Double> mapsGain() {
        return mapsGain;
    }

    /** How many times the contrast of projections and signals is raised. */
    public ObjectProperty<Double> gain() {
        return gain;
    }

    /** What the unit is compared with. */
    public ObjectProperty<Optional<Subject>> pinned() {
        return pinned;
    }

    /** Where strongest pictures are looked up. */
    public ObjectProperty<Optional<IndexFile>> index() {
        return index;
    }

    /** Whether the maps pane shows what units see of their strongest pictures, or what they answer to. */
    public ObjectProperty<Side> side() {
        return side;
    }

    /** The units whose strongest pictures are seen, to be made first. */
    ObjectProperty<Set<Integer>> inView() {
        return inView;
    }

    /** Whether the projection through shuffled weights is shown too. */
    public BooleanProperty control() {
        return control;
    }
}
