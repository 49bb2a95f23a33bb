package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;
import org.zfscope.models.Network;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Progress;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.figure.ProjectionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FeatureMaps;
import org.zfscope.viz.render.Tile;

/** One look: brings the window up to date pane by pane, what is seen first at first, and leaves panes that are. */
public final class Look implements Work {

    /** Colour of a patch where the receptive field hangs over the picture's border. */
    private static final int OUTSIDE = 0x808080;

    /** Who shows what was made; called on the interface's thread. */
    public interface Panes {
        /** The network that is open now. */
        void show(List<Object> key, Network network);

        void show(Seen seen);

        void show(MapsSheet maps);

        void show(UnitSheet unit);

        void show(Beside beside);
    }

    /** The keys of what is shown already. */
    public record Shown(
            List<Object> network, List<Object> seen, List<Object> maps, List<Object> unit, List<Object> beside) {}

    private final Engine engine;
    private final Wanted wanted;
    private final Shown shown;
    private final Panes panes;

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
        Optional<Subject> subject = wanted.subject();
        if (subject.isEmpty()) {
            bare(ticket);
            return;
        }
        Running running = engine.running(subject.get());
        seen(running, ticket);
        if (wanted.kind() == MapsKind.PROJECTIONS) {
            unit(running, ticket);
            maps(running, ticket);
        } else {
            maps(running, ticket);
            unit(running, ticket);
        }
        beside(running, ticket);
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
        MapsSheet sheet = tiles.make(part -> {
            ticket.hand(() -> panes.show(part));
            ticket.check();
        });
        ticket.hand(() -> panes.show(sheet));
    }

    private void unit(Running running, Ticket ticket) {
        if (!shown.unit().equals(wanted.unitKey()) && wanted.target().isPresent()) {
            ticket.check();
            UnitSheet sheet = sheet(running, wanted.target().get());
            ticket.hand(() -> panes.show(sheet));
        }
    }

    private UnitSheet sheet(Running running, Target target) {
        long start = System.nanoTime();
        Projector projector = engine.projector(running.network(), wanted.method());
        Projection projection = projector.project(running.run(), target);
        long millis = (System.nanoTime() - start) / 1_000_000;
        ProjectionFigure figure = running.figure();
        Contrast contrast = Contrast.projections().withGain(wanted.gain());
        var unit = projection.unit();
        var values = running.run().map(unit.layer(), 0, unit.unit());
        Tile map = FeatureMaps.tiles(values, Contrast.featureMaps().withGain(wanted.mapsGain()))
                .get(0);
        Window field = figure.field(projection);
        return new UnitSheet(
                wanted.unitKey(),
                target,
                projection,
                running.seen(),
                field,
                map,
                values,
                figure.whole(projection, contrast),
                figure.crop(projection, contrast),
                figure.patch(projection, OUTSIDE),
                millis);
    }

    private void beside(Running running, Ticket ticket) {
        if (shown.beside().equals(wanted.beside()) || wanted.target().isEmpty()) {
            return;
        }
        ticket.check();
        Target target = wanted.target().get();
        Optional<RgbImage> control = wanted.control() ? Optional.of(control(running, target)) : Optional.empty();
        Beside made = wanted.pinned()
                .map(pinned -> pinned(pinned, target, control))
                .orElseGet(() -> new Beside(wanted.beside(), control, Optional.empty(), ""));
        ticket.hand(() -> panes.show(made));
    }

    private Beside pinned(Subject pinned, Target target, Optional<RgbImage> control) {
        try {
            UnitSheet sheet = sheet(engine.running(pinned), target);
            return new Beside(wanted.beside(), control, Optional.of(sheet), "");
        } catch (InputException e) {
            return new Beside(wanted.beside(), control, Optional.empty(), "" + e.getMessage());
        }
    }

    private RgbImage control(Running running, Target target) {
        Network shuffled = engine.control(running.network());
        var unit = engine.projector(running.network(), wanted.method())
                .project(running.run(), target)
                .unit();
        Projection projection = engine.projector(shuffled, wanted.method())
                .projectUnits(running.run(), List.of(unit), Progress.SILENT)
                .get(0);
        return running.figure().crop(projection, Contrast.projections().withGain(wanted.gain()));
    }
}
