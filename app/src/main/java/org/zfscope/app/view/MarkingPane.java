package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Marking;
import org.zfscope.models.image.RgbImage;

/** The same parts are marked in one picture after the other. */
final class MarkingPane extends VBox {

    private final Marking marking;
    private final FileDialogs dialogs;
    private final FlowPane parts = new FlowPane(4, 4);
    private final MarkingView picture;

    MarkingPane(Marking marking, FileDialogs dialogs) {
        super(6);
        this.marking = marking;
        this.dialogs = dialogs;
        this.picture = new MarkingView(marking);
        Label says = Controls.small("");
        says.setId("marking-says");
        says.setWrapText(true);
        says.setMinHeight(USE_PREF_SIZE);
        says.textProperty().bind(marking.says());
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(names(), parts, buttons(), says, picture);
        marking.names().addListener((all, before, now) -> list());
        marking.part().addListener((all, before, now) -> list());
        marking.picture().addListener((all, before, now) -> show(now));
        list();
    }

    /** Lets the keys mark. */
    void focus() {
        picture.requestFocus();
    }

    private HBox names() {
        TextField names = new TextField();
        names.setId("marking-names");
        Controls.explain(names, say("app.marking-pane.names"));
        names.textProperty().bindBidirectional(marking.names());
        names.getStyleClass().add("small");
        HBox.setHgrow(names, Priority.ALWAYS);
        Label name = Controls.small(say("app.marking-pane.parts"));
        name.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(6, name, names);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane buttons() {
        return new FlowPane(
                6,
                6,
                Controls.button(say("app.marking-pane.clear"), say("app.marking-pane.clear-why"), marking::clear),
                Controls.button(say("app.marking-pane.open"), say("app.marking-pane.open-why"), this::open),
                save());
    }

    private Button save() {
        Button save =
                Controls.button(say("app.marking-pane.save"), say("app.marking-pane.save-why"), () -> dialogs.save(
                                "parts", List.of(new FileKind(say("app.marking-pane.kind"), ".json")))
                        .ifPresent(marking::save));
        save.setId("marking-save");
        save.setDisable(!marking.isEnough());
        marking.says().addListener((all, before, now) -> save.setDisable(!marking.isEnough()));
        return save;
    }

    private void open() {
        dialogs.open(say("app.marking-pane.open-why"), say("app.marking-pane.kind"), List.of("*.json"))
                .ifPresent(file -> {
                    Path beside = Optional.ofNullable(file.toAbsolutePath().getParent())
                            .orElse(Path.of("."));
                    Optional<Path> folder = marking.lieIn(file, beside)
                            ? Optional.of(beside)
                            : dialogs.folder(say("app.marking-pane.folder"));
                    folder.ifPresent(f -> marking.open(file, f));
                });
    }

    /** A button a part, in the part's colour; the pressed one is marked next. */
    private void list() {
        parts.getChildren().setAll(marking.parts().stream().map(this::button).toList());
    }

    private ToggleButton button(String name) {
        ToggleButton button = new ToggleButton("■ " + name);
        button.setTooltip(new Tooltip(say("app.marking-pane.choose", name)));
        button.setAccessibleText(say("app.marking-pane.choose", name));
        button.getStyleClass().add("small");
        button.setStyle("-fx-border-width: 0 0 3 0; -fx-border-color: " + marking.colour(name));
        button.setSelected(name.equals(marking.part().get()));
        button.setOnAction(e -> {
            marking.part().set(name);
            button.setSelected(true); // a pressed button stays pressed
        });
        return button;
    }

    private void show(Optional<RgbImage> now) {
        now.ifPresent(picture::show);
    }
}
