package org.zfscope.app.viewmodel;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.zfscope.app.engine.Look;
import org.zfscope.app.engine.MapsKind;
import org.zfscope.app.engine.MapsSheet;
import org.zfscope.app.engine.Wanted;

/** Which panes show what is wanted. A pane is stale while what it shows was made from other choices. */
final class Freshness {

    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mapsStale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unitStale = new ReadOnlyBooleanWrapper();

    /**
     * Compares.
     *
     * @param shown what is complete
     * @param maps what the maps pane shows, complete or not: tiles that come one after the other are not stale
     */
    void compare(Wanted wanted, Look.Shown shown, MapsSheet maps) {
        boolean network = wanted.model().isPresent() && !shown.network().equals(wanted.networkKey());
        boolean seen = wanted.picture().isPresent() && !shown.seen().equals(wanted.pictureKey());
        boolean both = wanted.subject().isPresent();
        boolean tiles = both && wanted.layer().isPresent();
        boolean projected = both && wanted.target().isPresent();
        boolean unit = projected && !shown.unit().equals(wanted.unitKey());
        boolean beside = projected && !shown.beside().equals(wanted.beside());
        boolean top = both && wanted.hasTop() && !shown.top().equals(wanted.topKey());
        mapsStale.set((tiles && !maps.key().equals(wanted.mapsKey()) && !grows(wanted, maps)) || network || seen);
        unitStale.set(unit || network || seen);
        busy.set((tiles && !shown.maps().equals(wanted.mapsKey())) || network || seen || unit || beside || top);
    }

    /** While a scan goes on strongest pictures are replaced one by one. */
    private static boolean grows(Wanted wanted, MapsSheet maps) {
        return wanted.kind() == MapsKind.TOP_9
                && maps.kind() == MapsKind.TOP_9
                && wanted.layer().equals(Optional.of(maps.layer()));
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
