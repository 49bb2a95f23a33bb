package org.zfscope.app.viewmodel;

import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.zfscope.app.engine.Agenda;
import org.zfscope.app.engine.NetworkSheet;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.viz.exhibit.Sheet;

/** Which panes show what is wanted. A pane is stale while what it shows was made from other choices. */
final class Freshness {

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mapsStale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unitStale = new ReadOnlyBooleanWrapper();

    /**
     * Compares.
     *
     * @param missing the panes that do not show what is wanted, or not all of it
     * @param shown what the panes show, complete or not: tiles that come one after the other are not stale, and a unit is
     *     while nobody has chosen the next one
     */
    void compare(Agenda agenda, Set<Class<? extends Sheet>> missing, Results shown) {
        boolean other = missing.contains(NetworkSheet.class) || missing.contains(PictureSheet.class);
        mapsStale.set(other || agenda.isStale(shown.maps().get()));
        boolean left = shown.unit().get().filter(unit -> !agenda.wants(unit)).isPresent();
        unitStale.set(other || left || missing.contains(UnitSheet.class));
        busy.set(!missing.isEmpty());
    }

    /** What is wanted cannot be had: nobody waits for it any more. */
    void giveUp() {
        busy.set(false);
    }

    /** Whether something that is wanted is not shown yet. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mapsStale() {
        return mapsStale.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unitStale() {
        return unitStale.getReadOnlyProperty();
    }
}
