package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.viewmodel.Workbench;

/** What can be asked of the unit, class or picture under the mouse, as a menu. */
final class ExperimentsMenu {

    private ExperimentsMenu() {}

    private static List<MenuItem> items(Workbench bench, List<Experiment> some) {
        return some.stream().map(experiment -> item(bench, experiment)).toList();
    }

    private static MenuItem item(Workbench bench, Experiment experiment) {
        MenuItem item = new MenuItem(text(experiment));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> bench.experiments().show(experiment));
        return item;
    }

    /** Where the menu key or the right mouse button asks for what can be done with a unit. */
    static void ofUnit(Node node, Workbench bench) {
        on(
                node,
                () -> {},
                items(
                        bench,
                        List.of(
                                Experiment.EXPLANATION,
                                Experiment.RULES,
                                Experiment.OCCLUSION,
                                Experiment.ASCENT,
                                Experiment.FIGURE)));
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
                items(
                        bench,
                        List.of(Experiment.ATTRIBUTION, Experiment.RULES, Experiment.OCCLUSION, Experiment.ASCENT)));
    }

    /** What can be asked of a picture. */
    static List<Experiment> ofPicture() {
        return List.of(Experiment.INVARIANCE, Experiment.CORRESPONDENCE, Experiment.ATTRIBUTION);
    }

    /** What a menu calls it. */
    static String text(Experiment experiment) {
        return say("app.experiments-menu.item", experiment.word(), experiment.key());
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
