package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.app.viewmodel.Opening;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;

/** What asks for a file before it is done. */
final class Openers {

    private static final List<String> MODELS = List.of(
            "*.zip", "*.onnx", "*.keras", "*.h5", "*.hdf5", "*.safetensors", "*.prototxt", "*.caffemodel", "*.json");

    private static final String SESSION = ".zfsession";

    private final Workbench bench;
    private final Opening opening;
    private final FileDialogs dialogs;

    Openers(Workbench bench, FileDialogs dialogs) {
        this.bench = bench;
        this.opening = bench.opening();
        this.dialogs = dialogs;
    }

    void model() {
        dialogs.open(say("app.top-bar.open-model-index"), say("app.top-bar.models-indexes"), MODELS)
                .ifPresent(this::model);
    }

    /** A net without weights beside it asks for them; without an answer the message says what is missing. */
    private void model(Path file) {
        Optional<Path> weights = Opening.lacksWeights(file)
                ? dialogs.open(
                        say("app.top-bar.weights-of-net", file.getFileName()),
                        say("app.top-bar.weights"),
                        List.of("*.caffemodel", "*.h5"))
                : Optional.empty();
        opening.open(Stream.concat(Stream.of(file), weights.stream()).toList());
    }

    void pictures() {
        List<Path> files = dialogs.open(say("app.top-bar.open-pictures"));
        if (!files.isEmpty()) {
            opening.open(files);
        }
    }

    void folder() {
        dialogs.folder(say("app.top-bar.open-folder-pictures")).ifPresent(folder -> opening.open(List.of(folder)));
    }

    void stream() {
        dialogs.text(say("app.top-bar.play-live-stream"), say("app.top-bar.address-mjpeg-stream-such"))
                .ifPresent(opening::openText);
    }

    void session() {
        dialogs.open(say("app.openers.session"), say("app.openers.sessions"), List.of("*" + SESSION))
                .ifPresent(file -> opening.open(List.of(file)));
    }

    void saveSession() {
        dialogs.save(say("app.openers.name"), say("app.openers.sessions"), SESSION)
                .ifPresent(file -> bench.session().saveAs(file, bench::saved));
    }

    /** Saves what a pane shows; the ending decides what is written. */
    void save(Piece what, String kind, String ending) {
        dialogs.save(bench.exports().name(what), kind, ending)
                .map(file -> ending(file, ending))
                .ifPresent(file -> bench.exports().write(what, file, bench::saved));
    }

    /** Not every system's dialog adds the ending. */
    private static Path ending(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
