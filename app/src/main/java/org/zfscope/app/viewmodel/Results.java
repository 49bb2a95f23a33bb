package org.zfscope.app.viewmodel;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.zfscope.app.engine.Beside;
import org.zfscope.app.engine.Look;
import org.zfscope.app.engine.MapsSheet;
import org.zfscope.app.engine.Seen;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.Network;

/** What is shown now, pane by pane. It stays until something newer is there. */
public final class Results {

    private final ReadOnlyObjectWrapper<Optional<Network>> network = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    private final ReadOnlyObjectWrapper<MapsSheet> maps = new ReadOnlyObjectWrapper<>(MapsSheet.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<UnitSheet>> unit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Beside> beside = new ReadOnlyObjectWrapper<>(Beside.NOTHING);
    private final ReadOnlyObjectWrapper<TopSheet> top = new ReadOnlyObjectWrapper<>(TopSheet.NOTHING);
    private List<Object> networkKey = List.of();

    Results() {}

    /** The keys of what is complete. */
    Look.Shown shown() {
        MapsSheet sheet = maps.get();
        return new Look.Shown(
                networkKey,
                seen.get().key(),
                sheet.isComplete() ? sheet.key() : List.of(),
                unit.get().map(UnitSheet::key).orElse(List.of()),
                beside.get().key(),
                top.get().complete() ? top.get().key() : List.of());
    }

    void network(List<Object> key, Network now) {
        networkKey = key;
        network.set(Optional.of(now));
    }

    void seen(Seen now) {
        seen.set(now);
    }

    void maps(MapsSheet now) {
        maps.set(now);
    }

    void unit(UnitSheet now) {
        unit.set(Optional.of(now));
    }

    void beside(Beside now) {
        beside.set(now);
    }

    void top(TopSheet now) {
        top.set(now);
    }

    public ReadOnlyObjectProperty<Optional<Network>> network() {
        return network.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MapsSheet> maps() {
        return maps.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<UnitSheet>> unit() {
        return unit.getReadOnlyProperty();
    }

    /** The strongest pictures of the unit. */
    public ReadOnlyObjectProperty<TopSheet> top() {
        return top.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Beside> beside() {
        return beside.getReadOnlyProperty();
    }
}
