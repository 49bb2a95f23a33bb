package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;

/** What is about to be scanned, and where its index goes. A place for the index is proposed until the user names one. */
public final class ScanPlan {

    private final Inspector inspector;
    private final TopNine top;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty folder = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final ScanLayers layers;
    private String proposed = "";

    ScanPlan(Inspector inspector, TopNine top) {
        this.inspector = inspector;
        this.top = top;
        this.layers = new ScanLayers(inspector);
        folder.addListener((all, before, now) -> propose());
        inspector.results().network().addListener((all, before, now) -> propose());
    }

    /** Beside the folder, named after it and the network, so that each network has its own. */
    private void propose() {
        if (file.get().isBlank() || file.get().equals(proposed)) {
            proposed = path(folder.get()).map(this::place).map(Path::toString).orElse("");
            file.set(proposed);
        }
    }

    private Path place(Path pictures) {
        String network = inspector.results().network().get().map(Network::name).orElse("network");
        String name = pictures.getFileName() + "-" + network.replaceAll("[^\\w.-]+", "-") + "-top9";
        return pictures.toAbsolutePath().resolveSibling(name).resolve("index.json");
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(text)
                    .filter(t -> !t.isBlank())
                    .map(t -> Path.of(t.strip()))
                    .filter(p -> p.getFileName() != null);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Scans what was planned. */
    public void scan() {
        Optional<Path> pictures = path(folder.get());
        Optional<Path> index = path(file.get());
        if (layers.none().get()) {
            return; // the card says so
        }
        if (pictures.isEmpty() || index.isEmpty()) {
            inspector.tell(new InputException(say("app.scan-plan.name-folder-pictures-file")));
        } else {
            open.set(false);
            top.scan(pictures.get(), index.get(), layers.wanted());
        }
    }

    /** Whether the user is asked now. */
    public BooleanProperty open() {
        return open;
    }

    /** The pictures' folder. */
    public StringProperty folder() {
        return folder;
    }

    /** Which layers are watched. */
    public ScanLayers layers() {
        return layers;
    }

    /** The index. */
    public StringProperty file() {
        return file;
    }
}
