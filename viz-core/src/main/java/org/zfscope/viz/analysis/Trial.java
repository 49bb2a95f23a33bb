package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.zfscope.models.io.InputException;

/**
 * One fold, by one layer's features.
 *
 * @param vectors of all pictures that could be read
 */
record Trial(Split split, Map<Dataset.Item, float[]> vectors) {

    /**
     * The mean of the classes' accuracies, 0 to 1, so that all classes count alike.
     *
     * @throws InputException if a class has nothing to learn from or to be tested on
     */
    double accuracy(Classifier classifier, int perClass, double cost, long seed) {
        List<String> classes = List.copyOf(split.learn().keySet());
        List<float[]> features = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Dataset.Item item : split.learn(perClass)) {
            vector(item).ifPresent(vector -> {
                features.add(vector);
                labels.add(classes.indexOf(item.label()));
            });
        }
        for (int c = 0; c < classes.size(); c++) {
            require(labels.contains(c), classes.get(c));
        }
        ToIntFunction<float[]> learned = classifier.learn(features, labels, cost, seed);
        double sum = 0;
        for (int c = 0; c < classes.size(); c++) {
            sum += accuracy(learned, classes.get(c), c);
        }
        return sum / classes.size();
    }

    private double accuracy(ToIntFunction<float[]> learned, String name, int label) {
        List<float[]> tested = Objects.requireNonNull(split.test().get(name)).stream()
                .flatMap(item -> vector(item).stream())
                .toList();
        require(!tested.isEmpty(), name);
        long right = tested.stream().filter(v -> learned.applyAsInt(v) == label).count();
        return (double) right / tested.size();
    }

    private Optional<float[]> vector(Dataset.Item item) {
        return Optional.ofNullable(vectors.get(item));
    }

    private static void require(boolean some, String name) {
        if (!some) {
            throw new InputException(say("viz.trial.unreadable", name));
        }
    }
}
