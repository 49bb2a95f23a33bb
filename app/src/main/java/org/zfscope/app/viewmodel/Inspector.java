package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.app.engine.Beside;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.Look;
import org.zfscope.app.engine.MapsSheet;
import org.zfscope.app.engine.Seen;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.app.engine.Wanted;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Network;
import org.zfscope.models.load.ModelSource;

/** Brings what is shown in line with what was chosen: every change of a choice asks for a new look. */
public final class Inspector implements Look.Panes {

    private final Executor executor;
    private final Engine engine;
    private final Choices choices = new Choices();
    private final Results results = new Results();
    private final Selection selection = new Selection(choices, results);
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());
    private final Freshness freshness = new Freshness();
    private int opened;
    private boolean changing;
    private Optional<Wanted> asked = Optional.empty();
    private Optional<ModelSource> goodModel = Optional.empty();
    private Optional<Path> goodPicture = Optional.empty();

    public Inspector(Executor executor, Engine engine) {
        this.executor = executor;
        this.engine = engine;
        InvalidationListener changed = choice -> refresh();
        choices.all().forEach(choice -> choice.addListener(changed));
    }

    /** Does several changes as one, so that they lead to one look. */
    public void change(Runnable changes) {
        if (changing) {
            changes.run();
            return;
        }
        changing = true;
        try {
            changes.run();
        } finally {
            changing = false;
        }
        refresh();
    }

    /** Another network; layer and unit stay where it has them too. */
    public void openModel(ModelSource model) {
        message.set(Optional.empty());
        change(() -> {
            opened++;
            choices.model().set(Optional.of(model));
        });
    }

    /** Another picture. */
    public void openPicture(Path picture) {
        message.set(Optional.empty());
        change(() -> choices.picture().set(Optional.of(picture)));
    }

    /** Reads again what is open, as its file may have changed. */
    public void reload() {
        change(() -> opened++);
    }

    private void refresh() {
        if (changing) {
            return;
        }
        Wanted wanted = choices.wanted(opened);
        compare(wanted);
        if (freshness.busy().get() && !asked.equals(Optional.of(wanted))) {
            asked = Optional.of(wanted);
            executor.look(new Look(engine, wanted, results.shown(), this), this::fail);
        }
    }

    private void compare(Wanted wanted) {
        freshness.compare(wanted, results.shown(), results.maps().get());
    }

    /** What was shown stays, and what failed is not tried again with the next look. */
    private void fail(Throwable failure) {
        tell(failure);
        change(() -> {
            choices.model().set(goodModel);
            choices.picture().set(goodPicture);
        });
        if (asked.equals(Optional.of(wanted()))) {
            freshness.giveUp();
        }
    }

    /** Says what went wrong; what is shown stays. */
    public void tell(Throwable failure) {
        if (Message.isMemory(failure)) {
            executor.errand(ticket -> engine.close(), again -> {});
        }
        message.set(Optional.of(Message.of(failure)));
    }

    @Override
    public void show(List<Object> key, Network network) {
        if (key.equals(choices.wanted(opened).networkKey())) {
            results.network(key, network);
            goodModel = choices.model().get();
            change(() -> selection.fit(network));
        }
    }

    @Override
    public void show(Seen seen) {
        if (seen.key().equals(choices.wanted(opened).pictureKey())) {
            results.seen(seen);
            goodPicture = seen.file();
            compare(choices.wanted(opened));
        }
    }

    @Override
    public void show(MapsSheet maps) {
        if (maps.key().equals(choices.wanted(opened).mapsKey())) {
            results.maps(maps);
            compare(choices.wanted(opened));
            change(() -> selection.suggest(maps));
        }
    }

    @Override
    public void show(UnitSheet unit) {
        if (unit.key().equals(choices.wanted(opened).unitKey())) {
            results.unit(unit);
            compare(choices.wanted(opened));
        }
    }

    @Override
    public void show(Beside beside) {
        if (beside.key().equals(choices.wanted(opened).beside())) {
            results.beside(beside);
            compare(choices.wanted(opened));
        }
    }

    @Override
    public void show(TopSheet top) {
        if (top.key().equals(choices.wanted(opened).topKey())) {
            results.top(top);
            compare(choices.wanted(opened));
        }
    }

    /** What is wanted now. */
    public Wanted wanted() {
        return choices.wanted(opened);
    }

    public Choices choices() {
        return choices;
    }

    public Results results() {
        return results;
    }

    public Selection selection() {
        return selection;
    }

    /** The last thing that went wrong, until it is read or something else is opened. */
    public ObjectProperty<Optional<Message>> message() {
        return message;
    }

    /** Whether something that is wanted is not shown yet. */
    public ReadOnlyBooleanProperty busy() {
        return freshness.busy();
    }

    public ReadOnlyBooleanProperty mapsStale() {
        return freshness.mapsStale();
    }

    public ReadOnlyBooleanProperty unitStale() {
        return freshness.unitStale();
    }
}
