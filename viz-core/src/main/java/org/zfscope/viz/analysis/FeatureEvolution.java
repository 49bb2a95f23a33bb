package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How a layer's features change while they are learned [Zeiler2014 fig. 4]: for each checkpoint and map the strongest
 * activation over all pictures. A map whose strongest picture changes has learned to look for something else; the paper
 * finds that lower layers settle within a few epochs and upper layers after many.
 *
 * @param epochs of the checkpoints, rising
 * @param found for each checkpoint, the strongest of each map
 */
public record FeatureEvolution(String layer, List<Integer> epochs, List<List<Hit>> found) {

    public FeatureEvolution {
        epochs = List.copyOf(epochs);
        found = found.stream().map(List::copyOf).toList();
        if (epochs.isEmpty() || epochs.size() != found.size()) {
            throw new IllegalArgumentException(
                    say("viz.feature-evolution.epochs-checkpoints", epochs.size(), found.size()));
        }
    }

    public int maps() {
        return found.get(0).size();
    }

    /** Whether a map's strongest picture is another one than at the checkpoint before. */
    public boolean changed(int checkpoint, int map) {
        return checkpoint > 0
                && !found.get(checkpoint)
                        .get(map)
                        .picture()
                        .equals(found.get(checkpoint - 1).get(map).picture());
    }

    /** The part of the maps whose strongest picture stays the same from a checkpoint to the last one. */
    public double settled(int checkpoint) {
        long same = IntStream.range(0, maps())
                .filter(map -> IntStream.range(checkpoint + 1, epochs.size()).noneMatch(c -> changed(c, map)))
                .count();
        return (double) same / maps();
    }

    /** The epoch from which the strongest picture stays the same for half of the maps; the last one if never before. */
    public int settlingEpoch() {
        return IntStream.range(0, epochs.size())
                .filter(c -> settled(c) >= 0.5)
                .map(epochs::get)
                .findFirst()
                .orElseThrow();
    }
}
