package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.zfscope.app.viewmodel.Networks;
import org.zfscope.app.viewmodel.Workbench;

/** The top: ways to get things in, and what concerns the whole window. */
final class TopBar extends HBox {

    private final Networks networks;

    TopBar(Workbench bench, MenuRow menus, Openers openers) {
        super(6);
        this.networks = bench.networks();
        setId("top");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(
                        menus,
                        space,
                        Controls.button(
                                say("app.top-bar.model"), say("app.top-bar.open-model-dl4j-zip"), openers::model),
                        zoo(),
                        Controls.button(
                                say("app.top-bar.pictures"),
                                say("app.top-bar.open-pictures-ctrl-o"),
                                openers::pictures),
                        scan(bench),
                        input(bench));
    }

    private static Button scan(Workbench bench) {
        Button scan = Controls.button("Top-9 …", say("app.top-bar.find-pictures-units-answer"), () -> bench.plan()
                .open()
                .set(true));
        scan.setId("top-scan");
        return scan;
    }

    private static Button input(Workbench bench) {
        Button input = Controls.button(say("app.top-bar.input"), say("app.top-bar.input-why"), () -> bench.input()
                .open()
                .set(true));
        input.setId("top-input");
        return input;
    }

    private MenuButton zoo() {
        MenuButton menu = menu(say("app.top-bar.known-networks"), say("app.top-bar.open-network-name"));
        menu.setId("zoo");
        Runnable fill = () -> menu.getItems()
                .setAll(networks.all().stream()
                        .map(network -> item(network.title(), () -> networks.choose(network)))
                        .toList());
        menu.setOnShowing(e -> fill.run()); // what was fetched meanwhile has another line
        fill.run();
        return menu;
    }

    private static MenuButton menu(String text, String explanation) {
        MenuButton menu = Controls.explain(new MenuButton(text), explanation);
        menu.getStyleClass().add("small");
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
