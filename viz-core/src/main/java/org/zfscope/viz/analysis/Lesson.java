package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.train.TrainingSet;

/**
 * What a network that learns from scratch is given, to compare it with a {@link Probe}: the same pictures to learn from, the same to
 * test on [Zeiler2014 §5.2].
 *
 * @param fold from 1 on
 */
public record Lesson(int perClass, int fold, Trainer.Task task) {

    /**
     * One for each number of pictures and each fold of a probe with these options.
     *
     * @param card of the network to be, without classes; its preprocessing says how large pictures are
     * @param skipped paths of pictures that cannot be read
     * @throws InputException if the pictures are too few
     */
    public static List<Lesson> of(Dataset pictures, Probe.Options options, ModelCard card, Set<String> skipped) {
        List<Split> splits = Probe.splits(pictures, options);
        List<Lesson> lessons = new ArrayList<>();
        for (int fold = 0; fold < splits.size(); fold++) {
            Split split = splits.get(fold);
            Reader reader = new Reader(pictures, List.copyOf(split.learn().keySet()), card, skipped);
            TrainingSet test = reader.read(split.tested());
            ModelCard named = new ModelCard(card.name(), card.preprocessing(), test.classes());
            for (int n : options.perClass()) {
                lessons.add(new Lesson(n, fold + 1, new Trainer.Task(reader.read(split.learn(n)), test, named)));
            }
        }
        return lessons;
    }

    /** Its name as a folder's. */
    public String name() {
        return String.format(Locale.ROOT, "%03d-a-class-fold-%d", perClass, fold);
    }

    /** Reads pictures into memory. */
    private record Reader(Dataset pictures, List<String> classes, ModelCard card, Set<String> skipped) {

        TrainingSet read(List<Dataset.Item> items) {
            List<Path> files = new ArrayList<>();
            List<Integer> labels = new ArrayList<>();
            for (Dataset.Item item : items) {
                if (!skipped.contains(item.path())) {
                    files.add(pictures.file(item));
                    labels.add(classes.indexOf(item.label()));
                }
            }
            for (int c = 0; c < classes.size(); c++) {
                if (!labels.contains(c)) {
                    throw new InputException(say("viz.trial.unreadable", classes.get(c)));
                }
            }
            int side = card.preprocessing().orElseThrow().shortSide();
            return TrainingSet.of(classes, files, labels, side);
        }
    }
}
