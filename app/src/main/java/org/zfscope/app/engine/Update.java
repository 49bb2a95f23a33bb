package org.zfscope.app.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.Audience;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.PictureRun;
import org.zfscope.viz.exhibit.Sheet;
import org.zfscope.viz.exhibit.TileSheet;

/** Brings the window up to date pane by pane, what is seen first at first, and leaves panes that are. */
public final class Update implements Work {

    private static final int CLASSES = 5;

    /** The part of a slow layer after which the unit's strongest pictures are made: they do not wait for what is out of view. */
    private static final int IN_VIEW = 2;

    private final Engine engine;
    private final Request request;
    private final Set<Class<? extends Sheet>> missing;
    private final Panes panes;

    /**
     * Of a window.
     *
     * @param missing the panes that do not show yet what is asked for
     */
    public Update(Engine engine, Request request, Set<Class<? extends Sheet>> missing, Panes panes) {
        this.engine = engine;
        this.request = request;
        this.missing = new HashSet<>(missing);
        this.panes = panes;
    }

    @Override
    public void run(Ticket ticket) {
        network(ticket);
        ticket.check();
        if (isElsewhere()) {
            return;
        }
        if (request.subject().isEmpty()) {
            bare(ticket);
            return;
        }
        picture(engine.lab().run(request.subject().get(), Keep.everything()), ticket);
        if (request.ofLayer().filter(LayerExhibit::isSlow).isPresent()) {
            unit(ticket);
            tiles(ticket);
        } else {
            tiles(ticket);
            unit(ticket);
        }
        strongest(ticket);
    }

    /** Whether a pane is still to be made; it is only made once. */
    private boolean take(Class<? extends Sheet> pane) {
        return missing.remove(pane);
    }

    /** A network that was just opened lacks what was chosen in another: the choice changes, which leads to another update. */
    private boolean isElsewhere() {
        Optional<Network> network = request.model().map(engine.lab()::network);
        Optional<String> projected = request.target().flatMap(Target::map).map(Target.Strongest::layer);
        return network.isPresent()
                && Stream.concat(request.layer().stream(), projected.stream())
                        .anyMatch(layer -> !network.get().has(layer));
    }

    private void network(Ticket ticket) {
        if (take(NetworkSheet.class)) {
            Optional<Network> network = request.model().map(engine.lab()::network);
            NetworkSheet sheet = new NetworkSheet(NetworkSheet.question(request), network);
            ticket.hand(() -> panes.show(sheet));
        }
    }

    /** A picture without a network. */
    private void bare(Ticket ticket) {
        if (take(PictureSheet.class)) {
            Optional<RgbImage> picture = request.picture().map(ImageFiles::read);
            PictureSheet sheet = new PictureSheet(PictureSheet.question(request), picture, List.of(), 0);
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private void picture(PictureRun run, Ticket ticket) {
        if (take(PictureSheet.class)) {
            PictureSheet sheet = new PictureSheet(
                    PictureSheet.question(request), Optional.of(run.seen()), run.scores(CLASSES), run.millis());
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private void tiles(Ticket ticket) {
        if (take(TileSheet.class)) {
            ticket.check();
            TileSheet sheet = request.ofLayer().orElseThrow().ofTiles().tiles(engine.lab(), new Onlooker(ticket));
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private void unit(Ticket ticket) {
        if (take(UnitSheet.class)) {
            ticket.check();
            UnitSheet sheet = request.ofUnit().orElseThrow().sheet(engine.lab(), ticket);
            ticket.hand(() -> panes.show(sheet));
        }
        if (take(ComparisonSheet.class)) {
            ticket.check();
            ComparisonSheet sheet = request.comparison().orElseThrow().sheet(engine, ticket);
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private void strongest(Ticket ticket) {
        if (take(TopSheet.class)) {
            ticket.check();
            TopSheet sheet =
                    request.hits().orElseThrow().sheet(engine, part -> ticket.hand(() -> panes.show(part)), ticket);
            ticket.hand(() -> panes.show(sheet));
        }
    }

    /** Shows tiles while others are made. */
    private final class Onlooker implements Audience {

        private final Ticket ticket;
        private int parts;

        Onlooker(Ticket ticket) {
            this.ticket = ticket;
        }

        @Override
        public void see(TileSheet soFar) {
            ticket.hand(() -> panes.show(soFar));
            ticket.check();
            parts++;
            if (parts == IN_VIEW) {
                strongest(ticket);
            }
        }

        @Override
        public Set<Integer> inView() {
            return request.inView();
        }

        @Override
        public void report(long done, long total) {
            ticket.report(done, total);
        }
    }
}
