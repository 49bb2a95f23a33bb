package org.zfscope.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.zfscope.app.engine.ComparisonSheet;
import org.zfscope.app.engine.NetworkSheet;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.Network;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.exhibit.TileSheet;

/** What is shown now, pane by pane. It stays until something newer is there. */
public final class Results {

    private final ReadOnlyObjectWrapper<Optional<Network>> network = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PictureSheet> seen = new ReadOnlyObjectWrapper<>(PictureSheet.NOTHING);
    private final ReadOnlyObjectWrapper<TileSheet> maps = new ReadOnlyObjectWrapper<>(TileSheet.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<UnitSheet>> unit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ComparisonSheet> comparison =
            new ReadOnlyObjectWrapper<>(ComparisonSheet.NOTHING);
    private final ReadOnlyObjectWrapper<TopSheet> top = new ReadOnlyObjectWrapper<>(TopSheet.NOTHING);
    private NetworkSheet opened = NetworkSheet.NOTHING;

    Results() {}

    /** All that is shown. */
    List<Sheet> sheets() {
        List<Sheet> all = new ArrayList<>(List.of(opened, seen.get(), maps.get(), comparison.get(), top.get()));
        unit.get().ifPresent(all::add);
        return all;
    }

    void take(NetworkSheet now) {
        opened = now;
        network.set(now.network());
    }

    void take(PictureSheet now) {
        seen.set(now);
    }

    void take(TileSheet now) {
        maps.set(now);
    }

    void take(UnitSheet now) {
        unit.set(Optional.of(now));
    }

    void take(ComparisonSheet now) {
        comparison.set(now);
    }

    void take(TopSheet now) {
        top.set(now);
    }

    /** No picture is open, so nothing is shown of one. */
    void forgetPicture() {
        seen.set(PictureSheet.NOTHING);
        maps.set(TileSheet.NOTHING);
        unit.set(Optional.empty());
        comparison.set(ComparisonSheet.NOTHING);
        top.set(TopSheet.NOTHING);
    }

    /** The network that is open, with what was asked for. */
    NetworkSheet opened() {
        return opened;
    }

    public ReadOnlyObjectProperty<Optional<Network>> network() {
        return network.getReadOnlyProperty();
    }

    /** The picture and its classes. */
    public ReadOnlyObjectProperty<PictureSheet> seen() {
        return seen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TileSheet> maps() {
        return maps.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<UnitSheet>> unit() {
        return unit.getReadOnlyProperty();
    }

    /** The strongest pictures of the unit. */
    public ReadOnlyObjectProperty<TopSheet> top() {
        return top.getReadOnlyProperty();
    }

    /** What the unit is compared with. */
    public ReadOnlyObjectProperty<ComparisonSheet> comparison() {
        return comparison.getReadOnlyProperty();
    }
}
