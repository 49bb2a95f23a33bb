package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.load.ModelCard;

/**
 * A network in the middle of its training, as a file: a zip that DL4J's {@code ModelSerializer} opens too, with the
 * {@link ModelCard} and in it what has been done so far. The file appears when it is complete.
 */
final class Checkpoint {

    /** What has been done: the recipe, the layers that did not learn, and what came of each epoch. */
    record History(Recipe recipe, Set<String> frozen, List<EpochRecord> epochs) {
        History {
            frozen = Collections.unmodifiableSet(new TreeSet<>(frozen));
            epochs = List.copyOf(epochs);
        }
    }

    private static final String CONFIGURATION = "configuration.json";
    private static final String WEIGHTS = "coefficients.bin";
    private static final String MOMENTA = "updaterState.bin";
    private static final String CARD = "zfscope.json";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Checkpoint() {}

    /** With the momenta, to go on from. */
    static void writeWhole(Path file, Learner learner, ModelCard card, History history) {
        write(file, learner, card, history, true);
    }

    /** Only what a finished network needs. */
    static void writeWeights(Path file, Learner learner, ModelCard card, History history) {
        write(file, learner, card, history, false);
    }

    private static void write(Path file, Learner learner, ModelCard card, History history, boolean momenta) {
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            put(zip, CONFIGURATION, learner.json().getBytes(StandardCharsets.UTF_8));
            put(zip, WEIGHTS, learner.weights());
            if (momenta) {
                put(zip, MOMENTA, learner.momenta());
            }
            put(zip, CARD, card(card, history));
            zip.finish();
        });
    }

    /** Without a time, so that the same network makes the same file. */
    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] card(ModelCard card, History history) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(card.toJson());
        root.set("training", JSON.valueToTree(history));
        return JSON.writeValueAsBytes(root);
    }

    /** What a file says of the training so far. */
    static History history(Path file) {
        return read(file, zip -> {
            try (InputStream in = entry(zip, CARD)) {
                return JSON.treeToValue(JSON.readTree(in).path("training"), History.class);
            }
        });
    }

    /** What a file says of the network. */
    static ModelCard card(Path file) {
        return read(file, zip -> {
            try (InputStream in = entry(zip, CARD)) {
                return ModelCard.parse(file, in.readAllBytes());
            }
        });
    }

    /** The network as it was, to go on under a recipe. */
    static Learner learner(Path file, Recipe recipe) {
        Set<String> frozen = history(file).frozen();
        return read(file, zip -> {
            try (InputStream json = entry(zip, CONFIGURATION);
                    InputStream weights = entry(zip, WEIGHTS);
                    InputStream momenta = entry(zip, MOMENTA)) {
                return Learner.restored(
                        Architecture.parse(file, new String(json.readAllBytes(), StandardCharsets.UTF_8)),
                        recipe,
                        weights,
                        momenta,
                        frozen);
            }
        });
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(say("models.checkpoint.has", name));
        }
        return zip.getInputStream(entry);
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ZipFile zip) throws IOException;
    }

    private static <T> T read(Path file, Reading<T> reading) {
        InputFile.check(file, "a checkpoint");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.from(zip);
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw InputException.in(file, say("models.checkpoint.checkpoint-go", e.getMessage()), e);
        }
    }
}
