package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.viewmodel.Workbench;

/** What can be asked of the unit, class or picture at hand, as a menu. */
final class ExperimentsMenu {

    private ExperimentsMenu() {}

    /** All of them, for any menu. */
    static List<MenuItem> items(Workbench bench) {
        return items(bench, Experiment.values());
    }

    private static List<MenuItem> items(Workbench bench, Experiment... some) {
        return Arrays.stream(some).map(experiment -> item(bench, experiment)).toList();
    }

    private static MenuItem item(Workbench bench, Experiment experiment) {
        MenuItem item = new MenuItem(say("app.experiments-menu.item", experiment.word(), experiment.key()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> bench.experiments().show(experiment));
        return item;
    }

    /** As a button. */
    static MenuButton button(Workbench bench) {
        MenuButton menu = new MenuButton(say("app.experiments-menu.title"));
        menu.setId("experiments");
        menu.setTooltip(new Tooltip(say("app.experiments-menu.why")));
        menu.setAccessibleText(say("app.experiments-menu.why"));
        menu.getStyleClass().add("small");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        menu.getItems().setAll(items(bench));
        return menu;
    }

    /** Where the menu key or the right mouse button asks for what can be done with a unit. */
    static void ofUnit(Node node, Workbench bench) {
        on(
                node,
                () -> {},
                items(bench, Experiment.EXPLANATION, Experiment.RULES, Experiment.OCCLUSION, Experiment.ASCENT));
    }

    /**
     * The same with a class.
     *
     * @param choose chooses it first
     */
    static void ofClass(Node node, Workbench bench, Runnable choose) {
        on(
                node,
                choose,
                items(bench, Experiment.ATTRIBUTION, Experiment.RULES, Experiment.OCCLUSION, Experiment.ASCENT));
    }

    /** The same with a picture. */
    static void ofPicture(Node node, Workbench bench, Runnable choose) {
        on(node, choose, items(bench, Experiment.INVARIANCE, Experiment.CORRESPONDENCE, Experiment.ATTRIBUTION));
    }

    private static void on(Node node, Runnable choose, List<MenuItem> items) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items);
        node.setOnContextMenuRequested(e -> {
            choose.run();
            menu.show(node, e.getScreenX(), e.getScreenY());
            e.consume();
        });
    }
}
