package org.zfscope.models.load.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.load.ModelLoader;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.tensor.Shape;

/**
 * Reads the zips that DL4J's {@code ModelSerializer} writes, without it: that one reads Java objects. Inside are
 * {@code configuration.json}, {@code coefficients.bin} and, if zfscope wrote it, the {@link ModelCard}
 * {@code zfscope.json}; a card beside the file counts where the zip has none. Other entries are not read.
 *
 * <p>Without a card the preprocessing is a guess: values 0 to 1 for one channel, {@link Preprocessing#caffe} for three,
 * because DL4J's own image loader gives BGR and its pretrained networks take BGR minus the mean colour.
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
                return network(file, model, source.size(), card);
            }
        } catch (InputException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw InputException.in(file, OneLine.of(e.getMessage()), e);
        } catch (RuntimeException e) {
            // a configuration with holes makes DL4J's objects fail in all sorts of ways
            throw InputException.in(file, "configuration.json lacks something: " + OneLine.of(e), e);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read: " + e, e);
        }
    }

    private static Dl4jGraph graph(Path file, ModelZip zip) throws IOException {
        byte[] json = zip.bytes(CONFIGURATION, Dl4jJson.MAX_BYTES).orElseThrow(() -> missing(file, CONFIGURATION, zip));
        return new Dl4jJson(file).read(json);
    }

    private static InputException missing(Path file, String entry, ModelZip zip) {
        List<String> some = zip.names().stream().limit(5).toList();
        return InputException.in(file, "is a zip without " + entry + ", so no DL4J model; it has " + OneLine.of(some));
    }

    private static Optional<ModelCard> card(Path file, ModelZip zip) throws IOException {
        Optional<ModelCard> inside = zip.bytes(CARD, ModelCard.MAX_BYTES).map(json -> ModelCard.parse(file, json));
        return inside.isPresent() ? inside : ModelCard.beside(file);
    }

    private static Memory parameters(Path file, ModelZip zip, Dl4jGraph graph) throws IOException {
        long count = graph.parameters();
        try (InputStream in = zip.stream(COEFFICIENTS).orElseThrow(() -> missing(file, COEFFICIENTS, zip))) {
            return new Dl4jCoefficients(file, in, zip.size(COEFFICIENTS)).read(count);
        }
    }

    private static Network network(Path file, Dl4jModel model, Optional<InputSize> size, Optional<ModelCard> card) {
        Shape input = model.input(size);
        Preprocessing preprocessing = card.flatMap(ModelCard::preprocessing).orElseGet(() -> guess(input));
        if (preprocessing.channels().count() != input.channels()) {
            throw new IllegalArgumentException("the card's preprocessing gives "
                    + preprocessing.channels().count() + " channels, the network takes " + input.channels());
        }
        String name = card.flatMap(ModelCard::name).orElseGet(() -> nameOf(file));
        List<String> labels = card.map(ModelCard::labels).orElse(List.of());
        return model.toNetwork(name, input, preprocessing).withLabels(labels);
    }

    private static Preprocessing guess(Shape input) {
        return switch (input.channels()) {
            case 1 -> Preprocessing.unit(Channels.GREY, Source.GUESS);
            case 3 -> Preprocessing.caffe(Source.GUESS);
            default ->
                throw new IllegalArgumentException(
                        "the network takes " + input.channels() + " channels; pictures have 1 or 3");
        };
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
