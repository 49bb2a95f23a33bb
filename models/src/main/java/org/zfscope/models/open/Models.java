package org.zfscope.models.open;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelLoader;
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

    /**
     * The network of that name, or the one in that file; what is in a file decides how it is read, not how it is called.
     *
     * @throws InputException if there is no such thing, or it cannot be used
     */
    public static Network open(String nameOrFile) {
        return open(nameOrFile, Optional.empty());
    }

    /** The same for files that leave the input's size open. */
    public static Network open(String nameOrFile, Optional<InputSize> size) {
        LongFunction<Network> known = ZOO.get(nameOrFile);
        return named(known != null ? known.apply(SEED) : load(file(nameOrFile), size));
    }

    /** Networks of a thousand classes that bring no names for them have ImageNet's. */
    private static Network named(Network network) {
        boolean imageNet = network.labels().isEmpty()
                && network.shape(network.output().name()).equals(Shape.flat(ImageNet.CLASSES));
        return imageNet ? network.withLabels(ImageNet.labels()) : network;
    }

    private static Path file(String given) {
        try {
            Path file = Path.of(given);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw unknown(given);
        }
        throw unknown(given);
    }

    private static InputException unknown(String given) {
        return new InputException(given + ": neither a model file nor one of " + String.join(", ", names()));
    }

    private static Network load(Path file, Optional<InputSize> size) {
        byte[] head = head(file);
        return LOADERS.stream()
                .filter(loader -> loader.accepts(file, head))
                .findFirst()
                .orElseThrow(() -> InputException.in(
                        file, "is no model file; a zip from DL4J's ModelSerializer or an ONNX file was expected"))
                .load(file, size);
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read: " + e, e);
        }
    }
}
