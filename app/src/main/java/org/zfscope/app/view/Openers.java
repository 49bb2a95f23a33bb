package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zfscope.app.viewmodel.Opening;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.render.FigureFormat;

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
        dialogs.save(say("app.openers.name"), List.of(new FileKind(say("app.openers.sessions"), SESSION)))
                .ifPresent(file -> bench.session().saveAs(file, bench::saved));
    }

    /** Saves what a pane shows as a figure; the ending decides what is written. */
    void save(Piece what, FigureFormat format) {
        save(what, FileKind.figures(format));
    }

    /** Saves its numbers. */
    void saveNumbers(Piece what) {
        save(what, List.of(new FileKind(say("app.export-menu.numpy-array"), ".npy")));
    }

    private void save(Piece what, List<FileKind> kinds) {
        dialogs.save(bench.exports().name(what), kinds)
                .map(file -> kinds.get(0).named(file, kinds))
                .ifPresent(file -> bench.exports().write(what, file, bench::saved));
    }
}
