package org.zfscope.app.view;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.zfscope.app.viewmodel.Opening;
import org.zfscope.app.viewmodel.Workbench;

/** The top: ways to get things in, and what concerns the whole window. */
final class TopBar extends HBox {

    private final Opening opening;
    private final FileDialogs dialogs;

    TopBar(Workbench bench, FileDialogs dialogs, Runnable help) {
        super(6);
        this.dialogs = dialogs;
        this.opening = bench.opening();
        setId("top");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(List.<Node>of(
                        Controls.button(
                                "Model …",
                                "Open a model (DL4J zip or ONNX) or an index of strongest pictures",
                                this::openModel),
                        zoo(),
                        Controls.button("Pictures …", "Open pictures (Ctrl+O)", this::openPictures),
                        Controls.button("Folder …", "Open all pictures of a folder", this::openFolder),
                        scan(bench),
                        Controls.button("Stream …", "Play a camera's MJPEG stream by its address", this::openStream),
                        Controls.button("Paste", "Paste a picture or files (Ctrl+V)", () -> Pasting.paste(bench)),
                        recent(),
                        space,
                        Controls.toggle("Dark", "A dark window", bench.dark()),
                        Controls.button("Keys", "Show all keys (h)", help)));
    }

    private static Button scan(Workbench bench) {
        Button scan =
                Controls.button("Top-9 …", "Find the pictures that units answer to most strongly", () -> bench.plan()
                        .open()
                        .set(true));
        scan.setId("top-scan");
        return scan;
    }

    private MenuButton zoo() {
        MenuButton menu = menu("Known networks", "Open a network by its name");
        menu.setId("zoo");
        for (String name : opening.names()) {
            menu.getItems().add(item(Opening.title(name), () -> opening.openModel(name)));
        }
        return menu;
    }

    private MenuButton recent() {
        MenuButton menu = menu("Recent", "Open again what was open lately");
        menu.setId("recent");
        Runnable fill = () -> menu.getItems()
                .setAll(opening.recent().stream()
                        .map(what -> item(Opening.title(what), () -> opening.openAgain(what)))
                        .toList());
        opening.recent().addListener((ListChangeListener<String>) c -> fill.run());
        fill.run();
        menu.disableProperty().bind(Bindings.isEmpty(opening.recent()));
        return menu;
    }

    private static MenuButton menu(String text, String explanation) {
        MenuButton menu = new MenuButton(text);
        menu.setAccessibleText(explanation);
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

    private void openModel() {
        dialogs.open("Open a model or an index", "Models and indexes", List.of("*.zip", "*.onnx", "*.json"))
                .ifPresent(file -> opening.open(List.of(file)));
    }

    void openPictures() {
        List<Path> files = dialogs.open("Open pictures");
        if (!files.isEmpty()) {
            opening.open(files);
        }
    }

    private void openFolder() {
        dialogs.folder("Open a folder of pictures").ifPresent(folder -> opening.open(List.of(folder)));
    }

    private void openStream() {
        dialogs.text("Play a live stream", "Address of an MJPEG stream, such as http://camera:8080/video")
                .ifPresent(opening::openText);
    }
}
