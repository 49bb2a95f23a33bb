package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.zfscope.app.viewmodel.Networks;
import org.zfscope.app.viewmodel.Opening;
import org.zfscope.app.viewmodel.Workbench;

/** The top: ways to get things in, and what concerns the whole window. */
final class TopBar extends HBox {

    private final Opening opening;
    private final Networks networks;
    private final FileDialogs dialogs;

    TopBar(Workbench bench, FileDialogs dialogs, Runnable help) {
        super(6);
        this.dialogs = dialogs;
        this.opening = bench.opening();
        this.networks = bench.networks();
        setId("top");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren()
                .addAll(List.<Node>of(
                        Controls.button(
                                say("app.top-bar.model"), say("app.top-bar.open-model-dl4j-zip"), this::openModel),
                        zoo(),
                        Controls.button(
                                say("app.top-bar.pictures"),
                                say("app.top-bar.open-pictures-ctrl-o"),
                                this::openPictures),
                        Controls.button(
                                say("app.top-bar.folder"),
                                say("app.top-bar.open-all-pictures-folder"),
                                this::openFolder),
                        scan(bench),
                        Controls.button(
                                say("app.top-bar.stream"),
                                say("app.top-bar.play-cameras-mjpeg-stream"),
                                this::openStream),
                        Controls.button(
                                say("app.top-bar.paste"),
                                say("app.top-bar.paste-picture-files-ctrl"),
                                () -> Pasting.paste(bench)),
                        input(bench),
                        ExperimentsMenu.button(bench),
                        recent(),
                        space,
                        Controls.toggle(say("app.top-bar.dark"), say("app.top-bar.dark-window"), bench.dark()),
                        Controls.button(say("app.top-bar.keys"), say("app.top-bar.show-all-keys-h"), help)));
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

    private MenuButton recent() {
        MenuButton menu = menu(say("app.top-bar.recent"), say("app.top-bar.open-again-what-open"));
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
        dialogs.open(
                        say("app.top-bar.open-model-index"),
                        say("app.top-bar.models-indexes"),
                        List.of(
                                "*.zip",
                                "*.onnx",
                                "*.keras",
                                "*.h5",
                                "*.hdf5",
                                "*.safetensors",
                                "*.prototxt",
                                "*.caffemodel",
                                "*.json"))
                .ifPresent(this::openModel);
    }

    /** A net without weights beside it asks for them; without an answer the message says what is missing. */
    private void openModel(Path file) {
        Optional<Path> weights = Opening.lacksWeights(file)
                ? dialogs.open(
                        say("app.top-bar.weights-of-net", file.getFileName()),
                        say("app.top-bar.weights"),
                        List.of("*.caffemodel", "*.h5"))
                : Optional.empty();
        opening.open(Stream.concat(Stream.of(file), weights.stream()).toList());
    }

    void openPictures() {
        List<Path> files = dialogs.open(say("app.top-bar.open-pictures"));
        if (!files.isEmpty()) {
            opening.open(files);
        }
    }

    private void openFolder() {
        dialogs.folder(say("app.top-bar.open-folder-pictures")).ifPresent(folder -> opening.open(List.of(folder)));
    }

    private void openStream() {
        dialogs.text(say("app.top-bar.play-live-stream"), say("app.top-bar.address-mjpeg-stream-such"))
                .ifPresent(opening::openText);
    }
}
