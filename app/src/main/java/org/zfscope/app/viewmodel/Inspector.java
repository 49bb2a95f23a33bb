package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.zfscope.app.engine.Agenda;
import org.zfscope.app.engine.ComparisonSheet;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.NetworkSheet;
import org.zfscope.app.engine.Panes;
import org.zfscope.app.engine.PictureSheet;
import org.zfscope.app.engine.Request;
import org.zfscope.app.engine.TopSheet;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.app.engine.Update;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Network;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.exhibit.TileSheet;

/** Brings what is shown in line with what was chosen: every change of a choice asks for a new look. */
public final class Inspector {

    private final Executor executor;
    private final Engine engine;
    private final Choices choices = new Choices();
    private final Results results = new Results();
    private final Changes changes = new Changes(this::refresh);
    private final Selection selection = new Selection(choices, results, changes);
    private final ObjectProperty<Optional<Message>> message = new SimpleObjectProperty<>(Optional.empty());
    private final Freshness freshness = new Freshness();
    private final Panes panes = new Display();
    private int reading;
    private Optional<Request> asked = Optional.empty();

    public Inspector(Executor executor, Engine engine) {
        this.executor = executor;
        this.engine = engine;
        InvalidationListener changed = choice -> changes.one();
        choices.all().forEach(choice -> choice.addListener(changed));
    }

    /** Does several changes as one, so that they lead to one look. */
    public void change(Runnable several) {
        changes.together(several);
    }

    /** Another network; layer and unit stay where it has them too. */
    public void openModel(ModelSource model) {
        message.set(Optional.empty());
        change(() -> {
            reading++;
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
        change(() -> reading++);
    }

    private void refresh() {
        Optional<Network> elsewhere = shownNetwork().filter(network -> !selection.isIn(network));
        if (elsewhere.isPresent()) {
            changes.together(() -> fit(elsewhere.get()));
            return;
        }
        Request request = request();
        if (request.picture().isEmpty()) {
            results.forgetPicture();
            asked = Optional.empty(); // the same may be asked for again
        }
        Set<Class<? extends Sheet>> missing = compare(request);
        if (!missing.isEmpty() && !asked.equals(Optional.of(request))) {
            asked = Optional.of(request);
            executor.look(new Update(engine, request, missing, panes), this::fail);
        }
    }

    /** Lets go what was chosen in a pane of the network before. */
    private void fit(Network network) {
        selection.fit(network);
        Optional.of(results.maps().get()).filter(new Agenda(request())::wants).ifPresent(selection::suggest);
    }

    /** The network that is wanted, once it is there. */
    private Optional<Network> shownNetwork() {
        return results.network().get().filter(network -> new Agenda(request()).wants(results.opened()));
    }

    /** The panes that do not show what is wanted, or not all of it. */
    private Set<Class<? extends Sheet>> compare(Request request) {
        Agenda agenda = new Agenda(request);
        Set<Class<? extends Sheet>> missing = agenda.missing(results.sheets());
        freshness.compare(agenda, missing, results);
        return missing;
    }

    /** What was shown stays, and what failed is not tried again with the next look. */
    private void fail(Throwable failure) {
        tell(failure);
        change(() -> {
            choices.model().set(results.opened().question().map(Subject::model));
            choices.picture().set(results.seen().get().file());
        });
        if (asked.equals(Optional.of(request()))) {
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

    /** Shows what is wanted still, and goes on from there. */
    private final class Display implements Panes {

        @Override
        public void show(NetworkSheet network) {
            show(network, () -> results.take(network), () -> network.network().ifPresent(selection::fit));
        }

        @Override
        public void show(PictureSheet picture) {
            show(picture, () -> results.take(picture), () -> {});
        }

        @Override
        public void show(TileSheet tiles) {
            show(tiles, () -> results.take(tiles), () -> selection.suggest(tiles));
        }

        @Override
        public void show(UnitSheet unit) {
            show(unit, () -> results.take(unit), () -> {});
        }

        @Override
        public void show(ComparisonSheet comparison) {
            show(comparison, () -> results.take(comparison), () -> {});
        }

        @Override
        public void show(TopSheet strongest) {
            show(strongest, () -> results.take(strongest), () -> {});
        }

        private void show(Sheet sheet, Runnable taking, Runnable then) {
            if (new Agenda(request()).wants(sheet)) {
                taking.run();
                compare(request());
                changes.together(then);
            }
        }
    }

    /** What is wanted now. */
    public Request request() {
        return choices.request(reading);
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
