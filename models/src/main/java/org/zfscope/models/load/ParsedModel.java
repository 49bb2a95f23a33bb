package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zfscope.models.ClassNames;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.tensor.Shape;

/**
 * What a loader has read: layers, and which of them the file declares as results. Here it becomes a network, alike for
 * all formats: name, preprocessing and class names come from the model's card, inside the file or beside it; else the
 * name is the file's, the preprocessing a {@link PreprocessingGuess}, and a thousand classes are guessed to be ImageNet's.
 *
 * @param inputSource who says how large the input is
 * @param outputs the first says the classes
 * @param leftOut what of the file has no layers
 */
public record ParsedModel(
        Shape input, Source inputSource, List<Node> nodes, List<Output> outputs, Optional<LeftOut> leftOut) {

    /** A file of which everything is there. */
    public ParsedModel(Shape input, Source inputSource, List<Node> nodes, List<Output> outputs) {
        this(input, inputSource, nodes, outputs, Optional.empty());
    }

    public ParsedModel {
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
    }

    /** The network under a name and a preprocessing that are known; classes have no names. */
    public Network network(String name, Preprocessing preprocessing) {
        Network network = new Network(name, input, preprocessing, List.of(), nodes)
                .withOutputs(outputs)
                .withInputSource(inputSource);
        return leftOut.map(network::withLeftOut).orElse(network);
    }

    /**
     * The network that is in a file.
     *
     * @param inside the card that the file holds; one beside the file counts where there is none
     * @param producer what wrote the file, as far as that is known
     * @throws IllegalArgumentException if the preprocessing does not suit the input
     * @throws org.zfscope.models.io.InputException if the card beside the file is none
     */
    public Network network(Path file, Optional<ModelCard> inside, String producer) {
        return network(file, inside, () -> guess(producer));
    }

    /**
     * The same for a file that has its own ways to say, or to let guess, how pictures become the input.
     *
     * @param otherwise the preprocessing where no card says it
     */
    public Network network(Path file, Optional<ModelCard> inside, Supplier<Preprocessing> otherwise) {
        return network(inside.or(() -> ModelCard.beside(file)), stem(file), otherwise);
    }

    /**
     * The network of weights in a file whose architecture is known.
     *
     * @param inside the card that the file holds; one beside the file counts where there is none
     * @param name of the architecture
     * @param usual what it wants where no card says so
     * @throws IllegalArgumentException if the preprocessing does not suit the input
     * @throws org.zfscope.models.io.InputException if the card beside the file is none
     */
    public Network network(Path file, Optional<ModelCard> inside, String name, Preprocessing usual) {
        return network(inside.or(() -> ModelCard.beside(file)), name, () -> usual);
    }

    private Network network(Optional<ModelCard> card, String usualName, Supplier<Preprocessing> usual) {
        Preprocessing preprocessing =
                card.flatMap(ModelCard::preprocessing).map(this::fitting).orElseGet(usual);
        Network network = network(card.flatMap(ModelCard::name).orElse(usualName), preprocessing);
        return network.withClassNames(card.map(ModelCard::labels)
                .filter(labels -> !labels.isEmpty())
                .map(labels -> new ClassNames(labels, Source.FILE))
                .orElseGet(() -> guess(network)));
    }

    private Preprocessing fitting(Preprocessing said) {
        if (said.channels().count() != input.channels()) {
            throw new IllegalArgumentException(
                    say("models.parsed-model.model-card-says-network", said.channels(), input.channels()));
        }
        return said;
    }

    private Preprocessing guess(String producer) {
        if (input.channels() != 1 && input.channels() != 3) {
            throw new IllegalArgumentException(
                    say("models.parsed-model.network-takes-channels-pictures", input.channels()));
        }
        return PreprocessingGuess.of(producer, input.channels(), nodes);
    }

    private static ClassNames guess(Network network) {
        return network.hasScores() && network.shape(network.output().name()).equals(Shape.flat(ImageNet.CLASSES))
                ? new ClassNames(ImageNet.labels(), Source.GUESS)
                : ClassNames.unknown();
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
