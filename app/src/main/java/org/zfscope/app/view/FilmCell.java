package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.FilmStrip;
import org.zfscope.app.viewmodel.Thumbnail;
import org.zfscope.app.viewmodel.Workbench;

/** One picture of the film strip: small, with its name. */
final class FilmCell extends ListCell<Path> {

    private static final double SIDE = 56;

    private final FilmStrip pictures;
    private final ImageView image = new ImageView();
    private final Label cross = new Label("×");
    private final Label name = Controls.small("");
    private final Label truth = Controls.small("");
    private final VBox content;
    private final ChangeListener<Thumbnail> made = (o, before, now) -> show(now);
    private Optional<ObservableValue<Thumbnail>> thumbnail = Optional.empty();

    FilmCell(Workbench bench) {
        this.pictures = bench.pictures();
        StackPane frame = new StackPane(image, cross);
        cross.getStyleClass().add("broken");
        frame.setMinSize(SIDE, SIDE);
        frame.setPrefSize(SIDE, SIDE);
        name.setMaxWidth(SIDE + 8);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        truth.setMaxWidth(SIDE + 8);
        truth.getStyleClass().add("truth");
        content = new VBox(frame, name, truth);
        content.setAlignment(Pos.CENTER);
        setContextMenu(new ContextMenu(
                item(say("app.film-cell.remove"), pictures::remove),
                item(say("app.film-cell.before"), picture -> pictures.moveBy(picture, -1)),
                item(say("app.film-cell.after"), picture -> pictures.moveBy(picture, 1))));
        getContextMenu().getItems().add(new SeparatorMenuItem());
        ExperimentsMenu.ofPicture().forEach(experiment -> getContextMenu()
                .getItems()
                .add(item(ExperimentsMenu.text(experiment), picture -> {
                    pictures.show(picture);
                    bench.experiments().show(experiment);
                })));
        setOnDragDetected(e -> drag());
        setOnDragOver(e -> {
            if (e.getGestureSource() instanceof FilmCell other && other != this) {
                e.acceptTransferModes(TransferMode.MOVE);
                e.consume();
            }
        });
        setOnDragDropped(e -> {
            if (e.getGestureSource() instanceof FilmCell other && getItem() != null) {
                pictures.move(other.getItem(), getItem());
                e.setDropCompleted(true);
                e.consume();
            }
        });
    }

    private MenuItem item(String text, Consumer<Path> action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> {
            if (getItem() != null) {
                action.accept(getItem());
            }
        });
        return item;
    }

    /** To another place in the film. */
    private void drag() {
        if (getItem() != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(getItem().toString());
            startDragAndDrop(TransferMode.MOVE).setContent(content);
        }
    }

    @Override
    protected void updateItem(Path item, boolean empty) {
        super.updateItem(item, empty);
        thumbnail.ifPresent(t -> t.removeListener(made));
        thumbnail = Optional.empty();
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        name.setText(String.valueOf(item.getFileName()));
        Optional<String> labelled = pictures.order().of(item);
        truth.setText(labelled.orElse(""));
        ObservableValue<Thumbnail> small = pictures.thumbnail(item);
        small.addListener(made);
        thumbnail = Optional.of(small);
        show(small.getValue());
        setGraphic(content);
    }

    private void show(Thumbnail small) {
        image.setImage(small.picture().map(Pixels::image).orElse(null));
        cross.setVisible(small.isBroken());
        String labelled = truth.getText().isEmpty() ? "" : "\n" + say("app.film-cell.class", truth.getText());
        String named =
                say("app.film-cell.picture", getItem()) + labelled + (small.isBroken() ? "\n" + small.problem() : "");
        setTooltip(new Tooltip(named));
        setAccessibleText(named);
    }
}
