package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.models.Network;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;

/** One look: brings the window up to date pane by pane, what is seen first at first, and leaves panes that are. */
public final class Look implements Work {

    /** Who shows what was made; called on the interface's thread. */
    public interface Panes {
        /** The network that is open now. */
        void show(List<Object> key, Network network);

        void show(Seen seen);

        void show(MapsSheet maps);

        void show(UnitSheet unit);

        void show(Beside beside);

        void show(TopSheet top);
    }

    /** The keys of what is shown already. */
    public record Shown(
            List<Object> network,
            List<Object> seen,
            List<Object> maps,
            List<Object> unit,
            List<Object> beside,
            List<Object> top) {}

    /** The part of a slow layer after which the unit's strongest pictures are made: they do not wait for what is out of view. */
    private static final int IN_VIEW = 2;

    private final Engine engine;
    private final Wanted wanted;
    private final Shown shown;
    private final Panes panes;
    private boolean topMade;

    public Look(Engine engine, Wanted wanted, Shown shown, Panes panes) {
        this.engine = engine;
        this.wanted = wanted;
        this.shown = shown;
        this.panes = panes;
    }

    @Override
    public void run(Ticket ticket) {
        network(ticket);
        ticket.check();
        if (isElsewhere()) {
            return;
        }
        Optional<Subject> subject = wanted.subject();
        if (subject.isEmpty()) {
            bare(ticket);
            return;
        }
        Running running = engine.running(subject.get());
        seen(running, ticket);
        if (isSlow(wanted.kind())) {
            unit(running, ticket);
            beside(running, ticket);
            maps(running, ticket);
            top(running, ticket);
        } else {
            maps(running, ticket);
            unit(running, ticket);
            beside(running, ticket);
            top(running, ticket);
        }
    }

    private static boolean isSlow(MapsKind kind) {
        return kind == MapsKind.PROJECTIONS || kind == MapsKind.TOP_9;
    }

    /** A network that was just opened lacks what was chosen in another: the choice changes, which leads to another look. */
    private boolean isElsewhere() {
        Optional<Network> network = wanted.model().map(engine::network);
        Optional<String> projected = wanted.unit().map(Target.Strongest::layer);
        return network.isPresent()
                && Stream.concat(wanted.layer().stream(), projected.stream())
                        .anyMatch(layer -> !network.get().has(layer));
    }

    private void network(Ticket ticket) {
        if (!shown.network().equals(wanted.networkKey()) && wanted.model().isPresent()) {
            Network network = engine.network(wanted.model().get());
            ticket.hand(() -> panes.show(wanted.networkKey(), network));
        }
    }

    /** A picture without a network. */
    private void bare(Ticket ticket) {
        if (!shown.seen().equals(wanted.pictureKey()) && wanted.picture().isPresent()) {
            RgbImage picture = ImageFiles.read(wanted.picture().get());
            Seen seen = new Seen(wanted.pictureKey(), wanted.picture(), Optional.of(picture), List.of(), 0);
            ticket.hand(() -> panes.show(seen));
        }
    }

    private void seen(Running running, Ticket ticket) {
        if (!shown.seen().equals(wanted.pictureKey())) {
            Seen seen = new Seen(
                    wanted.pictureKey(),
                    wanted.picture(),
                    Optional.of(running.seen()),
                    running.scores(),
                    running.millis());
            ticket.hand(() -> panes.show(seen));
        }
    }

    private void maps(Running running, Ticket ticket) {
        if (shown.maps().equals(wanted.mapsKey()) || wanted.layer().isEmpty()) {
            return;
        }
        ticket.check();
        Tiles tiles = new Tiles(engine, wanted, running, wanted.layer().get());
        int[] parts = {0};
        MapsSheet sheet = tiles.make(
                part -> {
                    ticket.hand(() -> panes.show(part));
                    ticket.check();
                    if (++parts[0] == IN_VIEW) {
                        top(running, ticket);
                    }
                },
                ticket);
        ticket.hand(() -> panes.show(sheet));
    }

    private void unit(Running running, Ticket ticket) {
        if (!shown.unit().equals(wanted.unitKey()) && wanted.target().isPresent()) {
            ticket.check();
            UnitSheet sheet = new UnitSheets(engine, wanted)
                    .sheet(running, wanted.target().get());
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private void beside(Running running, Ticket ticket) {
        if (shown.beside().equals(wanted.beside()) || wanted.target().isEmpty()) {
            return;
        }
        ticket.check();
        Beside made =
                new UnitSheets(engine, wanted).beside(running, wanted.target().get());
        ticket.hand(() -> panes.show(made));
    }

    private void top(Running running, Ticket ticket) {
        Optional<OpenIndex> index = wanted.top().index();
        if (topMade
                || shown.top().equals(wanted.topKey())
                || index.isEmpty()
                || wanted.unit().isEmpty()) {
            return;
        }
        ticket.check();
        TopSheet made = new UnitTops(
                        engine,
                        wanted,
                        running.network(),
                        index.get(),
                        wanted.unit().get())
                .make(part -> ticket.hand(() -> panes.show(part)), ticket);
        ticket.hand(() -> panes.show(made));
        topMade = true;
    }
}
