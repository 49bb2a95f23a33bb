package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.FilmStrip;
import org.zfscope.app.viewmodel.Thumbnail;

/** One picture of the film strip: small, with its name. */
final class FilmCell extends ListCell<Path> {

    private static final double SIDE = 56;

    private final FilmStrip pictures;
    private final ImageView image = new ImageView();
    private final Label cross = new Label("×");
    private final Label name = Controls.small("");
    private final VBox content;
    private final ChangeListener<Thumbnail> made = (o, before, now) -> show(now);
    private Optional<ObservableValue<Thumbnail>> thumbnail = Optional.empty();

    FilmCell(FilmStrip pictures) {
        this.pictures = pictures;
        StackPane frame = new StackPane(image, cross);
        cross.getStyleClass().add("broken");
        frame.setMinSize(SIDE, SIDE);
        frame.setPrefSize(SIDE, SIDE);
        name.setMaxWidth(SIDE + 8);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        content = new VBox(1, frame, name);
        content.setAlignment(Pos.CENTER);
    }

    @Override
    protected void updateItem(Path item, boolean empty) {
        super.updateItem(item, empty);
        thumbnail.ifPresent(t -> t.removeListener(made));
        thumbnail = Optional.empty();
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        name.setText(String.valueOf(item.getFileName()));
        ObservableValue<Thumbnail> small = pictures.thumbnail(item);
        small.addListener(made);
        thumbnail = Optional.of(small);
        show(small.getValue());
        setGraphic(content);
    }

    private void show(Thumbnail small) {
        image.setImage(small.picture().map(Pixels::image).orElse(null));
        cross.setVisible(small.isBroken());
        String named = say("app.film-cell.picture", getItem()) + (small.isBroken() ? "\n" + small.problem() : "");
        setTooltip(new Tooltip(named));
        setAccessibleText(named);
    }
}
