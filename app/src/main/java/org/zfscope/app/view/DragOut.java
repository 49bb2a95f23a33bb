package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;

/** A grip that the pane's picture can be dragged out by, as a file. The file is made while the mouse is on its way. */
final class DragOut extends Label {

    private final Workbench bench;
    private final Piece what;
    private Optional<Path> ready = Optional.empty();

    DragOut(Workbench bench, Piece what) {
        super("⠿");
        this.bench = bench;
        this.what = what;
        setId("drag-" + what.id());
        setCursor(Cursor.OPEN_HAND);
        setTooltip(new Tooltip(say("app.drag-out.drag-picture-out-folder")));
        setAccessibleText(say("app.drag-out.drag-out-folder", what.word()));
        getStyleClass().add("grip");
        setOnMousePressed(e -> prepare());
        setOnDragDetected(e -> {
            ready.ifPresent(this::drag);
            e.consume();
        });
    }

    private void prepare() {
        ready = Optional.empty();
        bench.exports().writeAside(what, written -> ready = Optional.of(written));
    }

    private void drag(Path file) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        startDragAndDrop(TransferMode.COPY).setContent(content);
    }
}
