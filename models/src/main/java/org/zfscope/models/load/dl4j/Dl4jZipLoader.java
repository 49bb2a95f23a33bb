package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.ModelZip;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.PreprocessingGuess;

/**
 * Reads the zips that DL4J's {@code ModelSerializer} writes, without it: that one reads Java objects. Inside are
 * {@code configuration.json}, {@code coefficients.bin} and, if zfscope wrote it, the {@link ModelCard}
 * {@code zfscope.json}. Other entries are not read.
 */
public final class Dl4jZipLoader implements ModelLoader {

    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String CARD = "zfscope.json";

    @Override
    public boolean accepts(Path file, byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    @Override
    public Network load(ModelSource source) {
        Path file = source.file().orElseThrow();
        try (ModelZip zip = ModelZip.open(file)) {
            Dl4jGraph graph = graph(file, zip);
            Optional<ModelCard> card = card(file, zip);
            try (Dl4jModel model = new Dl4jModel(graph, parameters(file, zip, graph))) {
                return model.parsed(source.size()).network(file, card, PreprocessingGuess.DL4J);
            }
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.of(e.getMessage()), e);
        } catch (IOException e) {
            throw InputException.in(file, say("models.any.cannot-read", e), e);
        }
    }

    private static Dl4jGraph graph(Path file, ModelZip zip) throws IOException {
        byte[] json = zip.bytes(CONFIGURATION, Dl4jJson.MAX_BYTES).orElseThrow(() -> missing(file, CONFIGURATION, zip));
        return new Dl4jJson(file).read(json);
    }

    private static InputException missing(Path file, String entry, ModelZip zip) {
        List<String> some = zip.names().stream().limit(5).toList();
        return InputException.in(file, say("models.dl4j-zip-loader.zip-without-dl4j-model", entry, OneLine.of(some)));
    }

    private static Optional<ModelCard> card(Path file, ModelZip zip) throws IOException {
        return zip.bytes(CARD, ModelCard.MAX_BYTES).map(json -> ModelCard.parse(file, json));
    }

    private static Memory parameters(Path file, ModelZip zip, Dl4jGraph graph) throws IOException {
        long count = graph.parameters();
        try (InputStream in = zip.stream(COEFFICIENTS).orElseThrow(() -> missing(file, COEFFICIENTS, zip))) {
            return new Dl4jCoefficients(file, in, zip.size(COEFFICIENTS)).read(count);
        }
    }
}
