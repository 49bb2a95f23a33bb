package org.zfscope.models.open;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.zfscope.models.load.keras.KerasLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.load.zfscope.ZfscopeLoader;
import org.zfscope.models.zoo.Architectures;

/** Opens networks: those of the zoo by name, others from their files. */
public final class Models {

    /** Enough for every format to be told by. */
    private static final int HEAD = 16;

    /** What the untrained networks of the zoo are made from. */
    private static final long SEED = 1;

    /** What comes before the name of a network to have it with random weights, whatever was fetched. */
    public static final String RANDOM = "random:";

    private static final List<ModelLoader> LOADERS = List.of(
            new ZfscopeLoader(), new KerasLoader(), new Dl4jZipLoader(), new OnnxLoader(), new CaffeLoader());

    /** A separator, or an ending such as .onnx, which no name of ours has. */
    private static final Pattern PATH = Pattern.compile("[/\\\\]|.\\.\\p{Alpha}\\w{1,12}$");

    private Models() {}

    /** The names that {@link #open} knows: what ships, what is known how to build, and what was fetched. */
    public static List<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(Bundled.NAME));
        names.addAll(untrained());
        names.addAll(Fetched.names());
        return List.copyOf(names);
    }

    /**
     * What a person means by a word: the network of that name, or the file at that path. A name means trained weights once
     * they were fetched, and says so as the path of their file; random ones are {@code random:NAME} from here on, so that
     * whoever notes the source down gets the same network again (docs/decisions/0050).
     */
    public static ModelSource source(String nameOrFile) {
        Optional<Path> fetched = Fetched.file(nameOrFile);
        if (fetched.isPresent()) {
            return ModelSource.ofFile(fetched.get());
        }
        if (untrained().contains(nameOrFile)) {
            return ModelSource.ofArchitecture(RANDOM + nameOrFile);
        }
        return isName(nameOrFile) ? ModelSource.ofArchitecture(nameOrFile) : ModelSource.ofPath(nameOrFile);
    }

    /** Whether it is a network's name and not a path. */
    public static boolean isName(String word) {
        return names().contains(word) || untrained(word).isPresent();
    }

    /** The name of the network that is to have random weights, if that was said. */
    private static Optional<String> untrained(String word) {
        return Optional.of(word)
                .filter(w -> w.startsWith(RANDOM))
                .map(w -> w.substring(RANDOM.length()))
                .filter(untrained()::contains);
    }

    /** The names of networks that can be had with random weights. */
    static List<String> untrained() {
        return Architectures.untrained();
    }

    /** What to do to get trained weights where a name means random ones. */
    public static Optional<String> hint(String name) {
        return untrained().contains(name) && Fetched.isOffered(name) && Fetched.file(name).isEmpty()
                ? Optional.of(say(
                        "models.models.random-pull-fetches",
                        name,
                        weights(name).warning().orElseThrow()))
                : Optional.empty();
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
                : untrained(source.given())
                        .flatMap(name -> Architectures.untrained(name, SEED))
                        .orElseThrow(() -> unknown(source));
    }

    /** Whether {@link #open} would find something to read. */
    public static boolean isThere(ModelSource source) {
        return source.file().map(Files::isRegularFile).orElseGet(() -> isName(source.given()));
    }

    /** Where the weights of the network of that name come from, without opening it. */
    public static WeightOrigin weights(String name) {
        boolean learned = name.equals(Bundled.NAME) || Fetched.file(name).isPresent();
        return learned ? new WeightOrigin.Learned() : new WeightOrigin.Random(SEED);
    }

    private static InputException unknown(ModelSource source) {
        return new InputException(
                Fetched.isOffered(source.given())
                        ? say("models.models.pull-fetches", source.given())
                        : say("models.models.neither-model-file-nor", source.given(), String.join(", ", names())));
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
                .orElseThrow(() -> InputException.in(file, say("models.models.no-model-file")))
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
