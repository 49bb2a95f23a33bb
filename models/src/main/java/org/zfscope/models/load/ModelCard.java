package org.zfscope.models.load;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;

/**
 * What a model's file does not say about the model: how pictures become its input, what its classes are called. The
 * card is a piece of JSON beside the model ({@code MODEL.zfscope.json}) or inside it:
 *
 * <pre>{@code
 * {"name": "squeezenet",
 *  "preprocessing": {"channels": "bgr", "fit": "crop", "shortSide": 0, "mean": [104, 117, 123], "scale": [1, 1, 1]},
 *  "labels": ["tench", "goldfish"]}
 * }</pre>
 *
 * All entries may be left out; {@code fit} is then {@code crop}, {@code shortSide} 0, {@code scale} 1. A mean picture
 * is written {@code {"shape": [channels, height, width], "values": [...]}}.
 */
public record ModelCard(Optional<String> name, Optional<Preprocessing> preprocessing, List<String> labels) {

    /** What the card beside a model is called: the model's whole file name and this. */
    public static final String SUFFIX = ".zfscope.json";

    /** More than this is no card. */
    public static final int MAX_BYTES = 32 << 20;

    public ModelCard {
        labels = List.copyOf(labels);
    }

    /** What a network would say of itself. */
    public static ModelCard of(Network network) {
        return new ModelCard(Optional.of(network.name()), Optional.of(network.preprocessing()), network.labels());
    }

    /**
     * Reads a card.
     *
     * @param file what messages name: the card's own file, or the model's that holds it
     * @throws InputException if the text is no card
     */
    public static ModelCard parse(Path file, byte[] json) {
        return new CardReader(file).read(json);
    }

    /**
     * The card in a file of its own.
     *
     * @throws InputException if it cannot be read or is no card
     */
    public static ModelCard read(Path file) {
        InputFile.check(file, say("models.model-card.model-card"));
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw InputException.in(file, say("models.model-card.bytes-too-much-model", size, MAX_BYTES));
            }
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw InputException.in(file, say("models.model-card.model-card-cannot-read", e), e);
        }
    }

    /** The card beside a model, if there is one. */
    public static Optional<ModelCard> beside(Path model) {
        Path card = model.resolveSibling(model.getFileName() + SUFFIX);
        return Files.exists(card) ? Optional.of(read(card)) : Optional.empty();
    }

    /** The card as JSON, which {@link #parse} reads back. */
    public byte[] toJson() {
        return CardWriter.write(this);
    }
}
