package org.zfscope.models.open;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zfscope.models.Network;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.foreign.ForeignLoader;
import org.zfscope.models.zoo.Architectures;
import org.zfscope.models.zoo.torchvision.Torchvision;

/** Opens networks: those of the zoo by name, others from their files. */
public final class Models {

    /** What the untrained networks of the zoo are made from. */
    private static final long SEED = 1;

    /** What comes before the name of a network to have it with random weights, whatever was fetched. */
    public static final String RANDOM = "random:";

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

    /**
     * The same with weights from a file: a name then means an architecture, whatever was fetched under it, and {@code vgg16} and
     * {@code alexnet} torchvision's, as only theirs have weights in files of their own.
     */
    public static ModelSource source(String nameOrFile, Optional<Path> weights) {
        boolean isArchitecture =
                isName(nameOrFile) || Torchvision.blueprint(nameOrFile, 1).isPresent();
        return weights.isPresent() && isArchitecture
                ? ModelSource.ofArchitecture(nameOrFile).withWeights(weights)
                : source(nameOrFile).withWeights(weights);
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
        return Stream.concat(Architectures.untrained().stream(), Torchvision.names().stream())
                .toList();
    }

    /** What to do to get trained weights where a name means random ones. */
    public static Optional<String> hint(String name) {
        return untrained().contains(name)
                        && Fetched.isOffered(name)
                        && Fetched.file(name).isEmpty()
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
        Network network = opened(source);
        return source.pictures().map(network::with).orElse(network);
    }

    private static Network opened(ModelSource source) {
        if (source.file().isPresent()) {
            return load(source, source.file().get());
        }
        return source.weights().isPresent() ? filled(source, source.weights().get()) : known(source);
    }

    private static Network known(ModelSource source) {
        return source.given().equals(Bundled.NAME)
                ? Bundled.load()
                : untrained(source.given())
                        .flatMap(name -> untrained(name, source.size()))
                        .orElseThrow(() -> unknown(source));
    }

    private static Optional<Network> untrained(String name, Optional<InputSize> size) {
        return Architectures.untrained(name, SEED).or(() -> Torchvision.untrained(name, SEED, size));
    }

    /** An architecture by name, with weights from a file. */
    private static Network filled(ModelSource source, Path weights) {
        InputFile.check(weights, say("models.models.weights"));
        String name = untrained(source.given()).orElseGet(source::given);
        return Formats.ofWeights(weights)
                .orElseThrow(() -> InputException.in(weights, say("models.models.no-weights", name)))
                .load(source.withArchitecture(Optional.of(name)));
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
                .flatMap(Formats::ofModel)
                .map(loader -> loader.completed(source))
                .orElse(source);
    }

    /** Files that were given together: a net and its weights, or the last of them with what lies beside it. */
    public static ModelSource together(List<Path> files) {
        Path last = files.get(files.size() - 1);
        Optional<ModelSource> pair = files.size() == 2 && files.stream().allMatch(Files::isRegularFile)
                ? Formats.ofModel(last).flatMap(loader -> loader.together(last, files.get(0)))
                : Optional.empty();
        return pair.orElseGet(() -> completed(ModelSource.ofFile(last)));
    }

    private static String noModel(Path file) {
        return file.toFile().length() == 0 ? say("models.models.empty-file") : say("models.models.no-model-file");
    }

    private static Network load(ModelSource source, Path path) {
        String given = source.given();
        if (given.isBlank() || (Files.notExists(path) && !PATH.matcher(given).find())) {
            throw unknown(source);
        }
        Path file = ForeignLoader.within(path);
        InputFile.check(file, say("models.models.model-file"));
        ModelLoader loader = Formats.ofModel(file).orElseThrow(() -> InputException.in(file, noModel(file)));
        if (source.weights().isPresent() && !loader.takesWeights()) {
            throw InputException.in(file, say("models.models.weights-inside"));
        }
        return loader.load(source.withFile(file));
    }
}
