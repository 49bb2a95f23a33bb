package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.zfscope.app.viewmodel.Preferences;
import org.zfscope.models.words.Language;

/** What is set once for all starts. */
final class SettingsCard extends Card {

    private static final double SMALLEST = 80;
    private static final double LARGEST = 200;

    SettingsCard(Preferences set, FileDialogs dialogs) {
        super(
                "settings",
                set.open(),
                Controls.heading(say("app.settings-card.title")),
                rows(set, dialogs),
                Controls.problem("settings-problem", set.problem()),
                Controls.small(say("app.settings-card.next-start")),
                buttons(set));
        set.open().addListener((o, before, now) -> {
            if (now) {
                lookup("#settings-threads").requestFocus();
            }
        });
    }

    private static GridPane rows(Preferences set, FileDialogs dialogs) {
        GridPane rows = new GridPane(10, 8);
        rows.addRow(0, name(say("app.settings-card.language")), language(set));
        rows.addRow(1, name(say("app.settings-card.text")), text(set));
        rows.addRow(
                2,
                name(say("app.settings-card.threads")),
                field("settings-threads", say("app.settings-card.threads-why"), set.threads()));
        rows.addRow(
                3,
                name(say("app.settings-card.memory")),
                field("settings-memory", say("app.settings-card.memory-why"), set.memory()));
        TextField cache = field("settings-cache", say("app.settings-card.cache-why"), set.cache());
        rows.addRow(
                4,
                name(say("app.settings-card.cache")),
                new HBox(6, cache, Controls.button("…", say("app.settings-card.choose"), () -> dialogs.folder(
                                say("app.settings-card.cache-why"))
                        .map(Path::toString)
                        .ifPresent(set.cache()::set))));
        rows.addRow(5, new Label(), held(set));
        return rows;
    }

    private static Label name(String text) {
        Label name = Controls.small(text);
        name.setMinWidth(Region.USE_PREF_SIZE);
        return name;
    }

    private static TextField field(String id, String why, StringProperty text) {
        TextField field = Controls.field(id, why, text);
        field.setPrefColumnCount(28);
        field.setPromptText(say("app.settings-card.usual"));
        return field;
    }

    private static ComboBox<Optional<Language>> language(Preferences set) {
        List<Optional<Language>> all = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(Language.values()).map(Optional::of).forEach(all::add);
        ComboBox<Optional<Language>> box = Controls.list(
                say("app.settings-card.language-why"), set.language(), all, language -> language.map(Language::toString)
                        .orElse(say("app.settings-card.system")));
        box.setId("settings-language");
        return box;
    }

    private static Node text(Preferences set) {
        Slider slider = new Slider(SMALLEST, LARGEST, set.text().get());
        slider.setId("settings-text");
        slider.setBlockIncrement(10);
        slider.setMajorTickUnit(10);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        Controls.explain(slider, say("app.settings-card.text-why"));
        slider.valueProperty().addListener((o, before, now) -> set.text().set(now.intValue()));
        set.text().addListener((o, before, now) -> slider.setValue(now.doubleValue()));
        Label percent = Controls.small("");
        percent.textProperty().bind(set.text().asString().concat(" %"));
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox row = new HBox(6, slider, percent);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node held(Preferences set) {
        Label held = Controls.small("");
        held.setId("settings-held");
        held.textProperty().bind(set.held());
        HBox row = new HBox(
                8,
                held,
                Controls.button(say("app.settings-card.clear"), say("app.settings-card.clear-why"), set::clearCache));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static HBox buttons(Preferences set) {
        Button save = Controls.button(say("app.settings-card.save"), say("app.settings-card.save-why"), set::save);
        save.setId("settings-save");
        save.setDefaultButton(true);
        save.disableProperty().bind(set.open().not()); // or Enter would save from anywhere
        HBox row = new HBox(
                8,
                save,
                Controls.button(say("app.settings-card.cancel"), say("app.settings-card.cancel-why"), () -> set.open()
                        .set(false)));
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }
}
