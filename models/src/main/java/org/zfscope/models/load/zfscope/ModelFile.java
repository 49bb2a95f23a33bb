package org.zfscope.models.load.zfscope;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.Program;
import org.zfscope.models.WeightOrigin;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.load.ModelCard;

/**
 * Writes any network into a file of zfscope's own, which is opened again as exactly the same network: layers and outputs
 * by their names, weights bit by bit, preprocessing and names of the classes with who says so. The same network makes the
 * same bytes.
 */
public final class ModelFile {

    static final int VERSION = 1;
    static final String NETWORK = "network.json";
    static final String WEIGHTS = "weights.safetensors";
    static final String CARD = "zfscope.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * Where a network was read from.
     *
     * @param name its file's name, or its own
     * @param sha256 of the file; none where it came from no file
     */
    public record Origin(String name, Optional<String> sha256) {}

    private ModelFile() {}

    /**
     * Writes.
     *
     * @throws org.zfscope.models.io.InputException if the file cannot be written
     */
    public static void write(Path file, Network network, Origin origin) {
        TensorsOut tensors = new TensorsOut();
        ObjectNode described = described(network, origin, tensors);
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            put(zip, NETWORK, Deflater.DEFAULT_COMPRESSION, o -> o.write(JSON.writeValueAsBytes(described)));
            put(
                    zip,
                    CARD,
                    Deflater.DEFAULT_COMPRESSION,
                    o -> o.write(ModelCard.of(network).toJson()));
            put(zip, WEIGHTS, Deflater.NO_COMPRESSION, tensors::writeTo); // learned numbers hardly pack
            zip.finish();
        });
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void put(ZipOutputStream zip, String name, int level, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.setLevel(level);
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static ObjectNode described(Network network, Origin origin, TensorsOut tensors) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", "zfscope-network").put("version", VERSION).put("writer", Program.version());
        ObjectNode from = root.putObject("from").put("name", origin.name());
        origin.sha256().ifPresent(sha256 -> from.put("sha256", sha256));
        root.putArray("input")
                .add(network.input().channels())
                .add(network.input().height())
                .add(network.input().width());
        root.putObject("sources")
                .put("input", word(network.inputSource()))
                .put("preprocessing", word(network.preprocessing().source()))
                .put("classNames", word(network.classNames().source()));
        root.set("weights", weights(network.weights()));
        ArrayNode outputs = root.putArray("outputs");
        for (Output output : network.outputs()) {
            outputs.addObject().put("name", output.name()).put("layer", output.layer());
        }
        network.leftOut().ifPresent(gone -> root.putObject("leftOut")
                .put("nodes", gone.nodes())
                .put("first", gone.first())
                .put("operator", gone.operator())
                .put("part", gone.part().name()));
        ArrayNode layers = root.putArray("layers");
        Values values = new Values(tensors);
        for (Node node : network.nodes()) {
            ObjectNode layer = layers.addObject();
            layer.put("name", node.name()).put("kind", node.layer().getClass().getSimpleName());
            node.inputs().forEach(layer.putArray("inputs")::add);
            layer.set("is", values.components(node.layer(), node.name()));
        }
        return root;
    }

    private static String word(Source source) {
        return source.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode weights(WeightOrigin origin) {
        ObjectNode node = JSON.createObjectNode();
        if (origin instanceof WeightOrigin.Random random) {
            return node.put("origin", "random").put("seed", random.seed());
        }
        return origin instanceof WeightOrigin.Shuffled shuffled
                ? node.put("origin", "shuffled").put("seed", shuffled.seed())
                : node.put("origin", "learned");
    }
}
