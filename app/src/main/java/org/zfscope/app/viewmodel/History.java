package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.zfscope.app.engine.UnitSheet;

/** The units, pictures and networks that were looked at one after the other, and the way back through them. */
public final class History {

    private static final int MOST = 500;

    private final Inspector inspector;
    private final FilmStrip pictures;
    private final List<Place> places = new ArrayList<>();
    private final ReadOnlyBooleanWrapper first = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper last = new ReadOnlyBooleanWrapper(true);
    private int at = -1;

    History(Inspector inspector, FilmStrip pictures) {
        this.inspector = inspector;
        this.pictures = pictures;
        inspector.results().unit().addListener((all, before, now) -> now.ifPresent(this::note));
    }

    private void note(UnitSheet shown) {
        Optional<Place> place = here().filter(p -> p.target().equals(shown.target()));
        if (place.isEmpty() || (at >= 0 && places.get(at).equals(place.get()))) {
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(place.get());
        if (places.size() > MOST) {
            places.remove(0);
        }
        at = places.size() - 1;
        tell();
    }

    /** Where one is, once everything is chosen. */
    Optional<Place> here() {
        Choices choices = inspector.choices();
        return choices.model().get().flatMap(model -> choices.picture().get().flatMap(picture -> choices.layer()
                .get()
                .flatMap(layer -> choices.target().get().map(target -> new Place(model, picture, layer, target)))));
    }

    public void back() {
        go(-1);
    }

    public void forward() {
        go(1);
    }

    private void go(int step) {
        int to = at + step;
        if (to >= 0 && to < places.size()) {
            at = to;
            go(places.get(to));
            tell();
        }
    }

    /** Looks again at what was looked at there. */
    void go(Place place) {
        inspector.change(() -> {
            if (!inspector.choices().model().get().equals(Optional.of(place.model()))) {
                inspector.openModel(place.model());
            }
            if (!inspector.choices().picture().get().equals(Optional.of(place.picture()))) {
                pictures.show(place.picture());
            }
            inspector.selection().go(place.layer(), place.target());
        });
    }

    private void tell() {
        first.set(at <= 0);
        last.set(at >= places.size() - 1);
    }

    /** Whether nothing was looked at before. */
    public ReadOnlyBooleanProperty atFirst() {
        return first.getReadOnlyProperty();
    }

    /** Whether nothing was looked at after. */
    public ReadOnlyBooleanProperty atLast() {
        return last.getReadOnlyProperty();
    }
}
