package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.zfscope.app.engine.Engine;
import org.zfscope.app.engine.ExperimentSheet;
import org.zfscope.app.engine.Export;
import org.zfscope.app.engine.Request;
import org.zfscope.app.engine.UnitView;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Work;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.PictureExhibit;

/** Takes out of the window what its panes show. */
public final class Exports {

    private final Executor executor;
    private final Engine engine;
    private final Inspector inspector;
    private final Jobs jobs;
    private final Experiments experiments;
    private final IntegerProperty zoom = new SimpleIntegerProperty(1);
    private final BooleanProperty labels = new SimpleBooleanProperty(true);

    Exports(Executor executor, Engine engine, Inspector inspector, Jobs jobs, Experiments experiments) {
        this.experiments = experiments;
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
    public void write(Piece piece, Path file, Consumer<Path> written) {
        export(piece)
                .ifPresentOrElse(
                        export -> run(piece, say("app.exports.export", file.getFileName()), ticket -> {
                            export.write(engine, file, ticket);
                            ticket.hand(() -> written.accept(file));
                        }),
                        this::nothing);
    }

    /** Writes a picture to a place from where it may be dragged to its own. */
    public void writeAside(Piece piece, Consumer<Path> written) {
        try {
            Path folder = Files.createTempDirectory("zfscope");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve(name(piece) + ".png");
            file.toFile().deleteOnExit();
            write(piece, file, written);
        } catch (IOException e) {
            inspector.tell(new InputException(say("app.exports.folder-temporary-files-cannot", e), e));
        }
    }

    /** Draws a picture for the clipboard. */
    public void draw(Piece piece, Consumer<RgbImage> drawn) {
        export(piece)
                .ifPresentOrElse(
                        export -> run(piece, say("app.exports.copy"), ticket -> {
                            RgbImage picture = export.draw(engine, ticket);
                            ticket.hand(() -> drawn.accept(picture));
                        }),
                        this::nothing);
    }

    private Optional<Export> export(Piece piece) {
        return exhibit(piece).map(exhibit -> new Export(exhibit, labels.get(), zoom.get()));
    }

    private Optional<PictureExhibit> exhibit(Piece piece) {
        Request request = inspector.request();
        return switch (piece) {
            case UNIT -> request.ofUnit().map(UnitView::projection);
            case MAPS -> request.ofLayer().map(exhibit -> exhibit);
            case EXPERIMENT -> experiments.shown().get().map(ExperimentSheet::exhibit);
        };
    }

    private void nothing() {
        inspector.tell(new InputException(say("app.exports.there-nothing-export-yet")));
    }

    /** What may take long has progress and cancel. */
    private void run(Piece piece, String name, Work work) {
        if (piece == Piece.MAPS
                && inspector.request().ofLayer().filter(LayerExhibit::isSlow).isPresent()) {
            jobs.start(name, work);
        } else {
            executor.errand(work, inspector::tell);
        }
    }

    /** The command line that makes the same picture, if one does. */
    public Optional<String> command(Piece piece) {
        return inspector
                .results()
                .network()
                .get()
                .flatMap(network -> exhibit(piece).flatMap(e -> e.command(network, name(piece) + ".png")))
                .map(Command::text);
    }

    /** A name for the file, without its ending. */
    public String name(Piece piece) {
        return exhibit(piece)
                .map(PictureExhibit::name)
                .orElse(piece.id())
                .replaceAll("[^\\w.-]+", "-")
                .toLowerCase(Locale.ROOT);
    }
}
