package org.zfscope.models.open;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.zfscope.models.Network;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.dl4j.Dl4jZipLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.load.safetensors.PickledLoader;
import org.zfscope.models.load.safetensors.SafetensorsLoader;
import org.zfscope.models.zoo.Architectures;
import org.zfscope.models.zoo.torchvision.Torchvision;

/** Opens networks: those of the zoo by name, others from their files. */
public final class Models {

    /** Enough for every format to be told by. */
    private static final int HEAD = 16;

    /** What the untrained networks of the zoo are made from. */
    private static final long SEED = 1;

    private static final ModelLoader PYTORCHS = new SafetensorsLoader();

    private static final ModelLoader PICKLED = new PickledLoader();

    /** A safetensors file's length may look like the beginning of an ONNX file, and PyTorch's own files are zips. */
    private static final List<ModelLoader> LOADERS = List.of(PYTORCHS, PICKLED, new Dl4jZipLoader(), new OnnxLoader());

    /** What reads weights that are alone in their file, for an architecture that is named. */
    private static final List<ModelLoader> WEIGHT_LOADERS = List.of(PYTORCHS, PICKLED);

    /** A separator, or an ending such as .onnx, which no name of ours has. */
    private static final Pattern PATH = Pattern.compile("[/\\\\]|.\\.\\p{Alpha}\\w{1,12}$");

    private Models() {}

    /** The names that {@link #open} knows. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(Bundled.NAME));
        names.addAll(Architectures.untrained());
        names.addAll(Torchvision.names());
        return names;
    }

    /** What a person means by a word: the network of that name, or the file at that path. */
    public static ModelSource source(String nameOrFile) {
        return names().contains(nameOrFile) ? ModelSource.ofArchitecture(nameOrFile) : ModelSource.ofPath(nameOrFile);
    }

    /**
     * The network of that name, or the one in that file; what is in a file decides how it is read, not how it is called.
     *
     * @throws InputException if there is no such thing, or it cannot be used
     */
    public static Network open(String nameOrFile) {
        return open(source(nameOrFile));
    }

    /**
     * Opens what a source describes.
     *
     * @throws InputException if there is no such thing, or it cannot be used
     */
    public static Network open(ModelSource source) {
        if (source.file().isPresent()) {
            return load(source, source.file().get());
        }
        return source.weights().isPresent() ? filled(source, source.weights().get()) : known(source);
    }

    private static Network known(ModelSource source) {
        return source.given().equals(Bundled.NAME)
                ? Bundled.load()
                : Architectures.untrained(source.given(), SEED)
                        .or(() -> Torchvision.untrained(source.given(), SEED, source.size()))
                        .orElseThrow(() -> unknown(source));
    }

    /** An architecture by name, with weights from a file. */
    private static Network filled(ModelSource source, Path weights) {
        InputFile.check(weights, say("models.models.weights"));
        byte[] head = head(weights);
        return WEIGHT_LOADERS.stream()
                .filter(loader -> loader.accepts(weights, head))
                .findFirst()
                .orElseThrow(() -> InputException.in(weights, say("models.models.no-weights", source.given())))
                .load(source);
    }

    /** Whether {@link #open} would find something to read. */
    public static boolean isThere(ModelSource source) {
        return source.file().map(Files::isRegularFile).orElseGet(() -> names().contains(source.given()));
    }

    /** Where the weights of the network of that name come from, without opening it. */
    public static WeightOrigin weights(String name) {
        return name.equals(Bundled.NAME) ? new WeightOrigin.Learned() : new WeightOrigin.Random(SEED);
    }

    private static InputException unknown(ModelSource source) {
        return new InputException(
                say("models.models.neither-model-file-nor", source.given(), String.join(", ", names())));
    }

    private static Network load(ModelSource source, Path file) {
        String given = source.given();
        if (given.isBlank() || (Files.notExists(file) && !PATH.matcher(given).find())) {
            throw unknown(source);
        }
        InputFile.check(file, say("models.models.model-file"));
        byte[] head = head(file);
        return LOADERS.stream()
                .filter(loader -> loader.accepts(file, head))
                .findFirst()
                .orElseThrow(() -> InputException.in(file, say("models.models.model-file-zip-dl4js")))
                .load(source);
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }
}
