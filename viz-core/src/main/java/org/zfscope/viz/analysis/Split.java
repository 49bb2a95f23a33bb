package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zfscope.models.io.InputException;

/**
 * One fold: pictures to learn from and others to test on, drawn at random class by class [Zeiler2014 §5.2].
 *
 * @param learn in the order in which they are used: with n pictures a class, the first n of each class
 * @param test the same ones however many are learned from
 */
record Split(Map<String, List<Dataset.Item>> learn, Map<String, List<Dataset.Item>> test) {

    /** Pictures that a class is tested on at most. */
    static final int MOST_TESTED = 50;

    /**
     * Draws folds.
     *
     * @param most pictures a class to learn from
     * @param seed the same seed draws the same folds
     * @throws InputException if there are no two classes, or one has nothing left to test on
     */
    static List<Split> draw(Dataset pictures, int most, int folds, long seed) {
        Map<String, List<Dataset.Item>> classes = classes(pictures, most);
        List<Split> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            Random random = new Random(1_000_003L * seed + fold);
            Map<String, List<Dataset.Item>> learn = new TreeMap<>();
            Map<String, List<Dataset.Item>> test = new TreeMap<>();
            classes.forEach((name, items) -> {
                List<Dataset.Item> drawn = new ArrayList<>(items);
                Collections.shuffle(drawn, random);
                learn.put(name, drawn.subList(0, most));
                test.put(name, drawn.subList(most, Math.min(drawn.size(), most + MOST_TESTED)));
            });
            splits.add(new Split(learn, test));
        }
        return splits;
    }

    private static Map<String, List<Dataset.Item>> classes(Dataset pictures, int most) {
        Map<String, List<Dataset.Item>> classes = pictures.items().stream()
                .filter(item -> !item.label().isEmpty())
                .collect(Collectors.groupingBy(Dataset.Item::label, TreeMap::new, Collectors.toList()));
        if (classes.size() < 2) {
            throw InputException.in(pictures.root(), say("viz.split.two-classes", classes.size()));
        }
        classes.forEach((name, items) -> {
            if (items.size() <= most) {
                throw InputException.in(pictures.root(), say("viz.split.too-few", name, items.size(), most));
            }
        });
        return classes;
    }

    /** The first n of each class to learn from. */
    List<Dataset.Item> learn(int perClass) {
        return learn.values().stream()
                .flatMap(items -> items.stream().limit(perClass))
                .toList();
    }

    /** All to test on. */
    List<Dataset.Item> tested() {
        return test.values().stream().flatMap(List::stream).toList();
    }
}
