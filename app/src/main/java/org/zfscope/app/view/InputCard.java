package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.ChoiceWords;
import org.zfscope.app.viewmodel.InputSettings;
import org.zfscope.app.viewmodel.Preset;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.image.RgbImage;

/** How pictures become the network's input, to be changed while one sees what the network gets. */
final class InputCard extends StackPane {

    private static final double WIDTH = 720;
    private static final double PREVIEW = 224;

    private final InputSettings settings;
    private final GridPane rows = new GridPane();
    private final ImageView preview = new ImageView();

    InputCard(InputSettings settings) {
        this.settings = settings;
        setId("input");
        getStyleClass().add("shade");
        rows.setHgap(8);
        rows.setVgap(6);
        HBox.setHgrow(rows, Priority.ALWAYS);
        fill();
        VBox card = new VBox(
                10, Controls.heading(say("app.input-card.title")), source(), new HBox(16, rows, seen()), buttons());
        card.getStyleClass().add("card");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().add(card);
        visibleProperty().bind(settings.open());
        settings.preview().addListener((all, before, now) -> paint(now));
    }

    private Label source() {
        Label source = Controls.small("");
        source.setId("input-source");
        source.setWrapText(true);
        source.textProperty().bind(settings.source());
        return source;
    }

    private void fill() {
        FlowPane presets = new FlowPane(4, 4);
        for (Preset preset : Preset.values()) {
            presets.getChildren()
                    .add(Controls.button(preset.title(), say("app.input-card.preset"), () -> settings.preset(preset)));
        }
        row(0, say("app.input-card.usual"), presets);
        row(
                1,
                say("app.input-card.channels"),
                Controls.choice(
                        "channels",
                        settings.channels(),
                        Controls.all(Channels.class),
                        ChoiceWords::of,
                        c -> say("app.input-card.order")));
        row(2, say("app.input-card.mean"), field("input-mean", say("app.input-card.mean-why"), settings.mean()));
        row(3, say("app.input-card.scale"), field("input-scale", say("app.input-card.scale-why"), settings.scale()));
        row(4, say("app.input-card.side"), field("input-side", say("app.input-card.side-why"), settings.shortSide()));
        row(
                5,
                say("app.input-card.fit"),
                Controls.choice("fit", settings.fit(), Controls.all(Fit.class), ChoiceWords::of, InputCard::why));
        row(6, say("app.input-card.part"), field("input-part", say("app.input-card.part-why"), settings.part()));
        CropPicture crop = new CropPicture(settings);
        rows.add(crop, 1, 7);
        GridPane.setHgrow(crop, Priority.ALWAYS);
    }

    private static String why(Fit fit) {
        return switch (fit) {
            case CROP -> say("app.input-card.crop");
            case STRETCH -> say("app.input-card.stretch");
            case PAD -> say("app.input-card.pad");
        };
    }

    private void row(int row, String name, Node control) {
        Label label = Controls.small(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        rows.add(label, 0, row);
        rows.add(control, 1, row);
        GridPane.setHgrow(control, Priority.ALWAYS);
    }

    private static TextField field(String id, String name, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setTooltip(new javafx.scene.control.Tooltip(name));
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("small");
        return field;
    }

    private VBox seen() {
        preview.setFitWidth(PREVIEW);
        preview.setFitHeight(PREVIEW);
        preview.setPreserveRatio(true);
        preview.setId("input-preview");
        StackPane frame = new StackPane(preview);
        frame.setMinSize(PREVIEW, PREVIEW);
        frame.setPrefSize(PREVIEW, PREVIEW);
        Label says = Controls.small("");
        says.setId("input-says");
        says.setWrapText(true);
        says.setMaxWidth(PREVIEW);
        says.setMinHeight(Region.USE_PREF_SIZE);
        says.textProperty().bind(settings.says());
        Label what = Controls.small(say("app.input-card.painted"));
        what.setWrapText(true);
        what.setMaxWidth(PREVIEW);
        what.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, frame, says, what);
    }

    private void paint(Optional<RgbImage> now) {
        preview.setImage(now.map(Pixels::image).orElse(null));
    }

    private HBox buttons() {
        Button use = Controls.button(say("app.input-card.use"), say("app.input-card.use-why"), settings::use);
        use.setId("input-use");
        use.setDefaultButton(true);
        use.disableProperty().bind(settings.open().not()); // or Enter would change it from anywhere
        HBox row = new HBox(
                8,
                Controls.button(
                        say("app.input-card.as-model"), say("app.input-card.as-model-why"), settings::leaveToModel),
                use,
                Controls.button(say("app.input-card.cancel"), say("app.input-card.cancel-why"), () -> settings.open()
                        .set(false)));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
