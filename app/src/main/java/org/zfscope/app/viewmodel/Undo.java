package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.viz.Method;
import org.zfscope.viz.exhibit.StrongestPictures.Side;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Scale;

/** Takes back what was done to the film and to how things are shown, step by step, and does it again. */
public final class Undo {

    private static final int MOST = 200;

    /** All that a step may change. */
    private record Look(
            List<Path> film,
            Optional<Path> picture,
            Catalogue kind,
            Method method,
            Scale.Shared scale,
            double mapsGain,
            double gain,
            Optional<Subject> pinned,
            boolean control,
            Side side,
            MapsView.Order order,
            boolean labels,
            boolean held) {

        /** Looks at other pictures of the same film are no step. */
        boolean isLike(Look other) {
            return equals(other.withPicture(picture));
        }

        /** A slider that is drawn goes through many values. */
        boolean isLikeButForGains(Look other) {
            return isLike(other.withGains(mapsGain, gain));
        }

        private Look withPicture(Optional<Path> one) {
            return new Look(film, one, kind, method, scale, mapsGain, gain, pinned, control, side, order, labels, held);
        }

        private Look withGains(double maps, double units) {
            return new Look(
                    film, picture, kind, method, scale, maps, units, pinned, control, side, order, labels, held);
        }
    }

    private final Inspector inspector;
    private final FilmStrip pictures;
    private final MapsView maps;
    private final Deque<Look> before = new ArrayDeque<>();
    private final Deque<Look> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper again = new ReadOnlyBooleanWrapper();
    private Look now;
    private boolean drawing;
    private boolean restoring;

    Undo(Inspector inspector, FilmStrip pictures, MapsView maps) {
        this.inspector = inspector;
        this.pictures = pictures;
        this.maps = maps;
        this.now = look();
        Choices choices = inspector.choices();
        InvalidationListener changed = change -> note();
        Stream.<Observable>of(
                        pictures.all(),
                        choices.kind(),
                        choices.method(),
                        choices.scale(),
                        choices.mapsGain(),
                        choices.gain(),
                        choices.pinned(),
                        choices.control(),
                        choices.side(),
                        maps.order(),
                        maps.labels(),
                        inspector.selection().frozen())
                .forEach(part -> part.addListener(changed));
        // where one is when the next step begins
        choices.picture().addListener((all, was, is) -> now = now.withPicture(is));
    }

    private Look look() {
        Choices choices = inspector.choices();
        return new Look(
                List.copyOf(pictures.all()),
                choices.picture().get(),
                choices.kind().get(),
                choices.method().get(),
                choices.scale().get(),
                choices.mapsGain().get(),
                choices.gain().get(),
                choices.pinned().get(),
                choices.control().get(),
                choices.side().get(),
                maps.order().get(),
                maps.labels().get(),
                inspector.selection().frozen().get());
    }

    private void note() {
        if (restoring) {
            return;
        }
        Look is = look();
        if (is.isLike(now)) {
            return;
        }
        boolean gain = is.isLikeButForGains(now);
        if (!gain || !drawing) {
            before.push(now);
            after.clear();
        }
        if (before.size() > MOST) {
            before.removeLast();
        }
        drawing = gain;
        now = is;
        tell();
    }

    /** Several changes as one step. */
    public void together(Runnable changes) {
        restoring = true;
        try {
            inspector.change(changes);
        } finally {
            restoring = false;
        }
        drawing = false;
        note();
    }

    public void undo() {
        step(before, after);
    }

    public void redo() {
        step(after, before);
    }

    private void step(Deque<Look> from, Deque<Look> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(look());
        Look target = from.pop();
        restoring = true;
        try {
            inspector.change(() -> restore(target));
        } finally {
            restoring = false;
        }
        now = look();
        drawing = false;
        tell();
    }

    private void restore(Look look) {
        if (!look.film().equals(pictures.all())) {
            pictures.all().setAll(look.film());
            inspector.choices().picture().set(look.picture());
        }
        Choices choices = inspector.choices();
        choices.kind().set(look.kind());
        choices.method().set(look.method());
        choices.scale().set(look.scale());
        choices.mapsGain().set(look.mapsGain());
        choices.gain().set(look.gain());
        choices.pinned().set(look.pinned());
        choices.control().set(look.control());
        choices.side().set(look.side());
        maps.order().set(look.order());
        maps.labels().set(look.labels());
        inspector.selection().frozen().set(look.held());
    }

    /** What was done before counts as given, as after a session is opened. */
    void forget() {
        before.clear();
        after.clear();
        now = look();
        tell();
    }

    private void tell() {
        possible.set(!before.isEmpty());
        again.set(!after.isEmpty());
    }

    /** Whether there is something to take back. */
    public ReadOnlyBooleanProperty possible() {
        return possible.getReadOnlyProperty();
    }

    /** Whether there is something to do again. */
    public ReadOnlyBooleanProperty possibleAgain() {
        return again.getReadOnlyProperty();
    }
}
