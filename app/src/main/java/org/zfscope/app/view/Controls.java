package org.zfscope.app.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The small controls that panes are made of; each has a name for screen readers. */
final class Controls {

    private Controls() {}

    static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("pane-heading");
        return label;
    }

    static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("small");
        return label;
    }

    /** What a control is for, for eyes and for screen readers. */
    static <C extends Control> C explain(C control, String explanation) {
        control.setTooltip(new Tooltip(explanation));
        control.setAccessibleText(explanation);
        return control;
    }

    /** A line of text to be typed. */
    static TextField field(String id, String explanation, StringProperty text) {
        TextField field = explain(new TextField(), explanation);
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        field.getStyleClass().add("small");
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /** What is wrong with what was typed; takes no place while nothing is. */
    static Label problem(String id, ReadOnlyStringProperty says) {
        Label problem = small("");
        problem.setId(id);
        problem.getStyleClass().add("problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(says);
        problem.visibleProperty().bind(says.isNotEmpty());
        problem.managedProperty().bind(says.isNotEmpty());
        return problem;
    }

    static Button button(String text, String explanation, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(e -> action.run());
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** A button that stays pressed while the property is true. */
    static ToggleButton toggle(String text, String explanation, BooleanProperty on) {
        ToggleButton button = new ToggleButton(text);
        button.selectedProperty().bindBidirectional(on);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(explanation);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Buttons side by side, one for each value; the one of the property's value is pressed. */
    static <T> HBox choice(
            String name, ObjectProperty<T> chosen, List<T> values, Function<T, String> word, Function<T, String> why) {
        HBox row = new HBox();
        row.setAccessibleText(name);
        row.getChildren().addAll(pills(name, chosen, values, word, why));
        return row;
    }

    /** The same in as many rows as it takes. */
    static <T> FlowPane wrapped(
            String name, ObjectProperty<T> chosen, List<T> values, Function<T, String> word, Function<T, String> why) {
        FlowPane rows = new FlowPane();
        rows.setVgap(2);
        rows.setAccessibleText(name);
        rows.getChildren().addAll(pills(name, chosen, values, word, why));
        return rows;
    }

    private static <T> List<ToggleButton> pills(
            String name, ObjectProperty<T> chosen, List<T> values, Function<T, String> word, Function<T, String> why) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> pills = new ArrayList<>();
        for (T value : values) {
            ToggleButton button = new ToggleButton(word.apply(value));
            button.setId(name + "-" + value.toString().toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(why.apply(value)));
            button.setAccessibleText(name + " " + word.apply(value));
            button.getStyleClass().addAll("small", place(values, value));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(value);
            button.setOnAction(e -> {
                chosen.set(value);
                button.setSelected(true); // a pressed button stays pressed
            });
            pills.add(button);
        }
        Runnable show = () ->
                group.getToggles().forEach(t -> t.setSelected(t.getUserData().equals(chosen.get())));
        chosen.addListener(o -> show.run());
        show.run();
        return pills;
    }

    private static <T> String place(List<T> values, T value) {
        if (values.indexOf(value) == 0) {
            return "left-pill";
        }
        return values.indexOf(value) == values.size() - 1 ? "right-pill" : "center-pill";
    }

    /** A list to choose one of. */
    static <T> ComboBox<T> list(String name, ObjectProperty<T> chosen, List<T> values, Function<T, String> word) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : word.apply(value);
            }

            @Override
            public T fromString(String text) {
                return values.stream()
                        .filter(v -> word.apply(v).equals(text))
                        .findFirst()
                        .orElse(values.get(0));
            }
        });
        box.setAccessibleText(name);
        box.setTooltip(new Tooltip(name));
        box.setValue(chosen.get());
        chosen.addListener((o, before, now) -> box.setValue(now));
        // a box whose values change has none for a moment
        box.valueProperty().addListener((o, before, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        box.getStyleClass().add("small");
        return box;
    }

    /** An enum constant as a word: {@code deconvnet}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static <E extends Enum<E>> List<E> all(Class<E> type) {
        return Arrays.asList(type.getEnumConstants());
    }
}
