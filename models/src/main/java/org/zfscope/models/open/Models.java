package org.zfscope.models.open;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zfscope.models.Network;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.caffe.CaffeLoader;
import org.zfscope.models.load.dl4j.Dl4jZipLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.zoo.Architectures;

/** Opens networks: those of the zoo by name, others from their files. */
public final class Models {

    /** Enough for every format to be told by. */
    private static final int HEAD = 16;

    /** What the untrained networks of the zoo are made from. */
    private static final long SEED = 1;

    private static final List<ModelLoader> LOADERS = List.of(new Dl4jZipLoader(), new OnnxLoader(), new CaffeLoader());

    /** A separator, or an ending such as .onnx, which no name of ours has. */
    private static final Pattern PATH = Pattern.compile("[/\\\\]|.\\.\\p{Alpha}\\w{1,12}$");

    private Models() {}

    /** The names that {@link #open} knows. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(List.of(Bundled.NAME));
        names.addAll(Architectures.untrained());
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
        return source.file().isPresent() ? load(source, source.file().get()) : known(source);
    }

    private static Network known(ModelSource source) {
        return source.given().equals(Bundled.NAME)
                ? Bundled.load()
                : Architectures.untrained(source.given(), SEED).orElseThrow(() -> unknown(source));
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

    /**
     * The source with the files that lie beside its own and belong to it, such as the weights of a Caffe net. Where nothing is
     * to be found it stays as it is, and {@link #open} says what is wrong.
     */
    public static ModelSource completed(ModelSource source) {
        return source.file()
                .filter(Files::isRegularFile)
                .flatMap(Models::loader)
                .map(loader -> loader.completed(source))
                .orElse(source);
    }

    /** Files that were given together: a net and its weights, or the last of them with what lies beside it. */
    public static ModelSource together(List<Path> files) {
        Path last = files.get(files.size() - 1);
        Optional<ModelSource> pair = files.size() == 2 && files.stream().allMatch(Files::isRegularFile)
                ? loader(last).flatMap(loader -> loader.together(last, files.get(0)))
                : Optional.empty();
        return pair.orElseGet(() -> completed(ModelSource.ofFile(last)));
    }

    private static Optional<ModelLoader> loader(Path file) {
        byte[] head = head(file);
        return LOADERS.stream().filter(loader -> loader.accepts(file, head)).findFirst();
    }

    private static Network load(ModelSource source, Path file) {
        String given = source.given();
        if (given.isBlank() || (Files.notExists(file) && !PATH.matcher(given).find())) {
            throw unknown(source);
        }
        InputFile.check(file, say("models.models.model-file"));
        return loader(file)
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
