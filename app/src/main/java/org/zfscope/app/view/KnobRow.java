package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.zfscope.app.engine.Knob;

/** A choice of an experiment: its name, and a field or a list. */
final class KnobRow extends HBox {

    private static final int SHORT = 7;
    private static final int MIDDLE = 11;
    private static final int LONG = 20;

    private final FileDialogs dialogs;
    private final StringProperty value;
    private final Knob knob;

    KnobRow(Knob knob, StringProperty value, FileDialogs dialogs) {
        super(4);
        this.knob = knob;
        this.value = value;
        this.dialogs = dialogs;
        setAlignment(Pos.CENTER_LEFT);
        Label name = Controls.small(knob.word());
        name.setMinWidth(USE_PREF_SIZE);
        Node control = knob.choices().isEmpty() ? field() : list();
        name.setLabelFor(control);
        getChildren().addAll(name, control);
        if (knob.isFolder()) {
            getChildren().add(Controls.button("…", say("app.knob-row.folder", knob.word()), this::chooseFolder));
        }
    }

    private TextField field() {
        TextField field = new TextField();
        field.setId("knob-" + Controls.word(knob).replace(' ', '-'));
        Controls.explain(field, knob.explanation());
        field.setPromptText(prompt());
        field.textProperty().bindBidirectional(value);
        field.getStyleClass().add("small");
        field.setPrefColumnCount(columns());
        field.setMinWidth(40);
        return field;
    }

    private String prompt() {
        return switch (knob) {
            case PARTS, CHECKPOINTS -> say("app.knob-row.choose");
            case CAPTION -> say("app.knob.none");
            default -> say("app.knob-row.usual");
        };
    }

    private int columns() {
        if (knob.isLong()) {
            return LONG;
        }
        return knob.usual().length() > 3 || knob == Knob.LABEL || knob == Knob.CAM ? MIDDLE : SHORT;
    }

    private Node list() {
        ObjectProperty<String> chosen = new SimpleObjectProperty<>(value.get());
        chosen.addListener((all, before, now) -> value.set(now));
        value.addListener((all, before, now) -> chosen.set(now));
        Node list = Controls.list(knob.explanation(), chosen, knob.choices(), Knob::said);
        list.setId("knob-" + Controls.word(knob).replace(' ', '-'));
        return list;
    }

    private void chooseFolder() {
        dialogs.folder(knob.explanation()).ifPresent(folder -> value.set(folder.toString()));
    }
}
