package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.zfscope.app.task.Executor;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.zoo.Models;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.ClassScores.Score;
import org.zfscope.viz.Picture;

/** The window's state: a network, a picture as the network sees it, and what the network says that it shows. */
public final class Inspector {

    /** A picture and its likeliest classes; the classes are empty until both picture and network are there. */
    public record Seen(Optional<RgbImage> picture, List<Score> scores) {
        static final Seen NOTHING = new Seen(Optional.empty(), List.of());
    }

    private static final int CLASSES = 5;

    /** What the user wants to look at. Work starts from here, so newer requests never lose what older ones asked for. */
    private record Wanted(Optional<Path> model, Optional<Path> picture) {}

    private record Loaded(Path file, Network network) {}

    private record Result(Optional<Network> network, Seen seen) {}

    private final Executor executor;
    private final ReadOnlyObjectWrapper<Seen> seen = new ReadOnlyObjectWrapper<>(Seen.NOTHING);
    private final ReadOnlyStringWrapper status =
            new ReadOnlyStringWrapper("Drop a model (DL4J zip or ONNX) and a picture here.");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    /** Only the compute thread touches it. */
    private Optional<Loaded> loaded = Optional.empty();

    private Wanted shown = new Wanted(Optional.empty(), Optional.empty());
    private Wanted wanted = shown;

    public Inspector(Executor executor) {
        this.executor = executor;
    }

    /** What came in: pictures and network inputs are shown, everything else is taken for a model. */
    public void open(List<Path> files) {
        for (Path file : files) {
            boolean picture = NpyFiles.looksLikeNpy(file) || ImageFiles.looksLikePicture(file);
            wanted = picture
                    ? new Wanted(wanted.model(), Optional.of(file))
                    : new Wanted(Optional.of(file), wanted.picture());
        }
        Wanted now = wanted;
        busy.set(true);
        failed.set(false);
        status.set("Working …");
        executor.run(() -> look(now), result -> show(now, result), this::fail);
    }

    private void show(Wanted now, Result result) {
        shown = now;
        busy.set(false);
        seen.set(result.seen());
        String model = result.network()
                .map(n -> n.name() + " · " + n.preprocessing())
                .orElse("No model yet: drop a DL4J zip or an ONNX file.");
        status.set(model + now.picture().map(p -> " · " + p.getFileName()).orElse(" · Drop a picture."));
    }

    /** What was shown before stays, and what failed is not tried again with the next drop. */
    private void fail(Throwable failure) {
        wanted = shown;
        busy.set(false);
        failed.set(true);
        status.set(failure instanceof InputException ? "" + failure.getMessage() : "Something went wrong: " + failure);
    }

    private Result look(Wanted now) {
        Optional<Network> network = now.model().map(this::network);
        if (now.picture().isEmpty()) {
            return new Result(network, Seen.NOTHING);
        }
        Path picture = now.picture().get();
        return new Result(
                network,
                network.map(n -> classify(n, picture))
                        .orElseGet(() -> new Seen(Optional.of(ImageFiles.read(picture)), List.of())));
    }

    private Network network(Path file) {
        if (loaded.isPresent() && loaded.get().file().equals(file)) {
            return loaded.get().network();
        }
        Network network = Models.open(file.toString());
        loaded = Optional.of(new Loaded(file, network));
        return network;
    }

    private static Seen classify(Network network, Path file) {
        Picture picture = Picture.read(file, network);
        String output = network.output().name();
        try (Activations run = network.forward(picture.input(), Keep.only(output))) {
            List<Score> scores = network.shape(output).isFlat() ? ClassScores.top(run, 0, CLASSES) : List.of();
            return new Seen(Optional.of(network.preprocessing().picture(picture.input())), scores);
        }
    }

    public ReadOnlyObjectProperty<Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** One line: what is going on, what is shown, or what went wrong and what to do. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the status line speaks of a failure. */
    public ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }
}
