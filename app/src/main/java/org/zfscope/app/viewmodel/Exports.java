package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.zfscope.app.engine.CommandText;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.Exported;
import org.zfscope.app.engine.Figures;
import org.zfscope.app.engine.MapsKind;
import org.zfscope.app.engine.Wanted;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Work;
import org.zfscope.models.image.RgbImage;

/** Takes out of the window what its panes show. */
public final class Exports {

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final Jobs jobs;
    private final IntegerProperty zoom = new SimpleIntegerProperty(1);
    private final BooleanProperty labels = new SimpleBooleanProperty(true);

    Exports(Executor executor, Engine engine, Inspector inspector, Jobs jobs) {
        this.executor = executor;
        this.engine = engine;
        this.inspector = inspector;
        this.jobs = jobs;
    }

    /** How many pixels wide and high a pixel of the figure becomes: 1, 2 or 4. */
    public IntegerProperty zoom() {
        return zoom;
    }

    /** Whether titles and labels are drawn. */
    public BooleanProperty labels() {
        return labels;
    }

    /** Writes a picture with its provenance, or the numbers where the file's name ends in .npy; then says that it is there. */
    public void write(Exported what, Path file, Consumer<Path> written) {
        Wanted wanted = inspector.wanted();
        int enlarged = zoom.get();
        boolean labelled = labels.get();
        run(what, wanted, "Export " + file.getFileName(), ticket -> {
            try (Figures figures = new Figures(engine, wanted, ticket)) {
                if (file.toString().endsWith(".npy")) {
                    figures.npy(what, file);
                } else {
                    figures.png(what, labelled ? figures.labelled(what) : figures.plain(what), enlarged, file);
                }
            }
            ticket.hand(() -> written.accept(file));
        });
    }

    /** Draws a picture for the clipboard. */
    public void draw(Exported what, Consumer<RgbImage> drawn) {
        Wanted wanted = inspector.wanted();
        boolean labelled = labels.get();
        run(what, wanted, "Copy", ticket -> {
            try (Figures figures = new Figures(engine, wanted, ticket)) {
                RgbImage picture = labelled ? figures.labelled(what) : figures.plain(what);
                ticket.hand(() -> drawn.accept(picture));
            }
        });
    }

    /** What may take long has progress and cancel. */
    private void run(Exported what, Wanted wanted, String name, Work work) {
        boolean slow = wanted.kind() == MapsKind.PROJECTIONS || wanted.kind() == MapsKind.TOP_9;
        if (what == Exported.MAPS && slow) {
            jobs.start(name, work);
        } else {
            executor.errand(work, inspector::tell);
        }
    }

    /** The command line that makes the same picture, if one does. */
    public Optional<String> command(Exported what) {
        return inspector
                .results()
                .network()
                .get()
                .flatMap(network -> CommandText.of(what, inspector.wanted(), network, name(what) + ".png"));
    }

    /** A name for the file, without its ending. */
    public String name(Exported what) {
        Wanted wanted = inspector.wanted();
        String subject = what == Exported.UNIT
                ? wanted.target().map(Object::toString).orElse("unit")
                : wanted.layer().orElse("layer") + "-" + wanted.kind().word();
        return subject.replaceAll("[^\\w.-]+", "-").toLowerCase(Locale.ROOT);
    }
}
