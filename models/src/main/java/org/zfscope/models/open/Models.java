package org.zfscope.models.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.dl4j.Dl4jZipLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.zoo.AlexNet;
import org.zfscope.models.zoo.ImageNet;
import org.zfscope.models.zoo.Vgg16;
import org.zfscope.models.zoo.ZfNet;

/** Opens networks: those of the zoo by name, others from their files. */
public final class Models {

    /** Enough for every format to be told by. */
    private static final int HEAD = 16;

    /** What the untrained networks of the zoo are made from. */
    private static final long SEED = 1;

    private static final List<ModelLoader> LOADERS = List.of(new Dl4jZipLoader(), new OnnxLoader());
    private static final Map<String, LongFunction<Network>> ZOO = zoo();

    private Models() {}

    private static Map<String, LongFunction<Network>> zoo() {
        Map<String, LongFunction<Network>> zoo = new LinkedHashMap<>();
        zoo.put(Bundled.NAME, seed -> Bundled.load());
        zoo.put("vgg16", Vgg16::create);
        zoo.put("zfnet", ZfNet::create);
        zoo.put("alexnet", AlexNet::create);
        return zoo;
    }

    /** The names that {@link #open} knows. */
    public static List<String> names() {
        return List.copyOf(ZOO.keySet());
    }

    /** What a person means by a word: the network of that name, or the file at that path. */
    public static ModelSource source(String nameOrFile) {
        return ZOO.containsKey(nameOrFile) ? ModelSource.ofArchitecture(nameOrFile) : ModelSource.ofPath(nameOrFile);
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
        return named(source.file().isPresent() ? load(source, source.file().get()) : known(source));
    }

    private static Network known(ModelSource source) {
        LongFunction<Network> known = ZOO.get(source.given());
        if (known == null) {
            throw unknown(source);
        }
        return known.apply(SEED);
    }

    /** Whether {@link #open} would find something to read. */
    public static boolean isThere(ModelSource source) {
        return source.file().map(Files::isRegularFile).orElseGet(() -> ZOO.containsKey(source.given()));
    }

    /** Networks of a thousand classes that bring no names for them have ImageNet's. */
    private static Network named(Network network) {
        boolean imageNet = network.labels().isEmpty()
                && network.shape(network.output().name()).equals(Shape.flat(ImageNet.CLASSES));
        return imageNet ? network.withLabels(ImageNet.labels()) : network;
    }

    private static InputException unknown(ModelSource source) {
        return new InputException(source.given() + ": neither a model file nor one of " + String.join(", ", names()));
    }

    private static Network load(ModelSource source, Path file) {
        if (Files.notExists(file)) {
            throw unknown(source);
        }
        InputFile.check(file, "a model file");
        byte[] head = head(file);
        return LOADERS.stream()
                .filter(loader -> loader.accepts(file, head))
                .findFirst()
                .orElseThrow(() -> InputException.in(
                        file, "is no model file; a zip from DL4J's ModelSerializer or an ONNX file was expected"))
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
