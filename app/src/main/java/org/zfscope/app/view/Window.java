package org.zfscope.app.view;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Inspector.Seen;

/** The window: the picture as the network sees it, its likeliest classes, and a status line. Files can be dropped anywhere. */
public final class Window {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final int PICTURE_SIDE = 448;

    private final Inspector inspector;
    private final ImageView picture = new ImageView();
    private final VBox classes = new VBox(8);
    private final BorderPane root = new BorderPane();

    public Window(Inspector inspector) {
        this.inspector = inspector;
        root.setCenter(pictureArea());
        root.setRight(classes);
        root.setBottom(statusLine());
        classes.setPadding(new Insets(16));
        classes.setPrefWidth(340);
        classes.setId("classes");
        inspector.seen().addListener((all, before, now) -> show(now));
        root.setOnDragOver(this::acceptFiles);
        root.setOnDragDropped(this::takeFiles);
        show(inspector.seen().get());
    }

    public Parent root() {
        return root;
    }

    private StackPane pictureArea() {
        picture.setId("picture");
        picture.setPreserveRatio(true);
        picture.setSmooth(false);
        picture.setFitWidth(PICTURE_SIDE);
        picture.setFitHeight(PICTURE_SIDE);
        Label hint = new Label("Drop a picture and a model here");
        hint.visibleProperty().bind(picture.imageProperty().isNull());
        StackPane area = new StackPane(hint, picture);
        area.setPadding(new Insets(16));
        return area;
    }

    private HBox statusLine() {
        Label status = new Label();
        status.setId("status");
        status.setWrapText(true);
        status.textProperty().bind(inspector.status());
        inspector.failed().addListener((all, before, now) -> status.pseudoClassStateChanged(ERROR, now));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(18, 18);
        busy.visibleProperty().bind(inspector.busy());
        HBox line = new HBox(8, busy, status);
        HBox.setHgrow(status, Priority.ALWAYS);
        line.setPadding(new Insets(8, 16, 8, 16));
        return line;
    }

    private void show(Seen seen) {
        picture.setImage(seen.picture().map(Pixels::image).orElse(null));
        classes.getChildren().setAll(seen.scores().stream().map(ScoreBar::of).toList());
    }

    private void acceptFiles(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void takeFiles(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        inspector.open(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
