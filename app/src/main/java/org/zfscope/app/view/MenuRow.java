package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.zfscope.app.viewmodel.Recent;
import org.zfscope.app.viewmodel.Workbench;

/** The menu bar, of what can be done; on macOS the system's. */
final class MenuRow extends MenuBar {

    /** Recent files come after the ways to open others. */
    private static final int RECENT_AT = 4;

    private final Workbench bench;

    MenuRow(Workbench bench, List<KeyLine> lines) {
        this.bench = bench;
        setId("menus");
        setUseSystemMenuBar(true);
        setMinWidth(USE_PREF_SIZE);
        for (Menus place : Menus.values()) {
            Menu menu = new Menu(place.title());
            menu.setId("menu-" + Controls.word(place));
            lines.stream()
                    .filter(line -> line.menu().filter(place::equals).isPresent())
                    .forEach(line -> menu.getItems().add(item(line)));
            switch (place) {
                case FILE -> menu.getItems().add(RECENT_AT, recent());
                case NETWORK -> menu.getItems().add(0, known());
                default -> {}
            }
            getMenus().add(menu);
        }
    }

    private static MenuItem item(KeyLine line) {
        if (line.isGap()) {
            return new SeparatorMenuItem();
        }
        KeyAction first = line.keys().get(0);
        MenuItem item = line.on()
                .map(on -> {
                    CheckMenuItem check = new CheckMenuItem(line.item());
                    check.selectedProperty().bindBidirectional(on);
                    return (MenuItem) check;
                })
                .orElseGet(() -> {
                    MenuItem plain = new MenuItem(line.item());
                    plain.setOnAction(e -> first.action().run());
                    return plain;
                });
        item.setMnemonicParsing(false);
        first.accelerator().ifPresent(item::setAccelerator);
        item.disableProperty().bind(line.usable().map(usable -> !usable));
        return item;
    }

    /** Kinds apart, filled when it is opened. */
    private Menu recent() {
        Recent recent = bench.opening().recent();
        Menu menu = filled(say("app.menu-row.recent"), () -> {
            List<MenuItem> items = new ArrayList<>();
            for (Recent.Kind kind : Recent.Kind.values()) {
                if (!recent.of(kind).isEmpty()) {
                    items.add(heading(kind.title()));
                    recent.of(kind)
                            .forEach(what -> items.add(command(
                                    Recent.title(what), () -> bench.opening().openAgain(what))));
                }
            }
            return items.isEmpty() ? List.of(heading(say("app.menu-row.nothing"))) : items;
        });
        menu.setId("recent");
        return menu;
    }

    private Menu known() {
        Menu menu = filled(say("app.menu-row.known"), () -> bench.networks().all().stream()
                .map(network -> command(network.title(), () -> bench.networks().choose(network)))
                .toList());
        menu.setId("known");
        return menu;
    }

    /** What it has is looked up whenever the menu that it is in is opened. */
    private static Menu filled(String name, Supplier<List<MenuItem>> items) {
        Menu menu = new Menu(name);
        menu.getItems().setAll(heading(""));
        menu.parentMenuProperty().addListener((o, before, now) -> {
            if (now != null) {
                now.addEventHandler(Menu.ON_SHOWING, e -> {
                    if (e.getTarget() == now) {
                        menu.getItems().setAll(items.get());
                    }
                });
            }
        });
        return menu;
    }

    private static MenuItem heading(String text) {
        MenuItem heading = new MenuItem(text);
        heading.setDisable(true);
        return heading;
    }

    private static MenuItem command(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
