package org.zfscope.models;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;

/** Where a network's weights come from, which decides whether what it says means anything. */
public sealed interface WeightOrigin {

    /** They were read from a file, and so they are taken for learned. */
    record Learned() implements WeightOrigin {}

    /** They were drawn at random; the same seed gives the same weights. */
    record Random(long seed) implements WeightOrigin {}

    /** Each layer's weights lie in random order; the same seed gives the same order. */
    record Shuffled(long seed) implements WeightOrigin {}

    /** Where the weights are random, that in words: {@code random weights (seed 1)}; empty for learned ones. */
    default Optional<String> warning() {
        if (this instanceof Random random) {
            return Optional.of(say("models.weight-origin.random-weights-seed", random.seed()));
        }
        return this instanceof Shuffled shuffled
                ? Optional.of(say("models.weight-origin.shuffled-weights-seed", shuffled.seed()))
                : Optional.empty();
    }

    /** Whether classes and probabilities mean anything. */
    default boolean isLearned() {
        return warning().isEmpty();
    }
}
