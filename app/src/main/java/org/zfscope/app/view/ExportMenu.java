package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.zfscope.app.viewmodel.Exports;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.render.FigureFormat;

/** What can be done with what a pane shows. */
final class ExportMenu {

    private final Workbench bench;
    private final Openers openers;
    private final Exports exports;
    private final Piece what;
    private final MenuButton button = new MenuButton(say("app.export-menu.export"));

    private ExportMenu(Workbench bench, FileDialogs dialogs, Piece what) {
        this.bench = bench;
        this.openers = new Openers(bench, dialogs);
        this.exports = bench.exports();
        this.what = what;
    }

    /** The menu, and beside it the grip that files are dragged out by. */
    static HBox of(Workbench bench, FileDialogs dialogs, Piece what) {
        return new HBox(4, new DragOut(bench, what), new ExportMenu(bench, dialogs, what).build());
    }

    private MenuButton build() {
        button.setId("export-" + what.id());
        Controls.explain(button, say("app.export-menu.export-2", what.word()));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        for (FigureFormat format : FigureFormat.values()) {
            button.getItems()
                    .add(item(say("app.export-menu.save-as", format.name()), () -> openers.save(what, format)));
        }
        button.getItems()
                .addAll(
                        item(say("app.export-menu.save-numbers-npy"), () -> openers.saveNumbers(what)),
                        item(say("app.export-menu.copy-picture"), this::copyPicture),
                        item(say("app.export-menu.copy-command"), this::copyCommand),
                        new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        for (int zoom : List.of(1, 2, 4)) {
            RadioMenuItem size = new RadioMenuItem(say("app.export-menu.size-x", zoom));
            size.setToggleGroup(group);
            size.setOnAction(e -> exports.zoom().set(zoom));
            exports.zoom().addListener((o, before, now) -> size.setSelected(now.intValue() == zoom));
            size.setSelected(exports.zoom().get() == zoom);
            button.getItems().add(size);
        }
        CheckMenuItem labels = new CheckMenuItem(say("app.export-menu.labels"));
        labels.selectedProperty().bindBidirectional(exports.labels());
        button.getItems().add(labels);
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void copyPicture() {
        exports.draw(what, picture -> {
            Clipboards.picture(picture);
            bench.say(say("app.export-menu.copied-picture", what.word()));
        });
    }

    private void copyCommand() {
        Optional<String> command = exports.command(what);
        command.ifPresent(Clipboards::text);
        bench.say(command.map(c -> say("app.export-menu.copied", c))
                .orElse(say("app.export-menu.command-makes-picture")));
    }
}
