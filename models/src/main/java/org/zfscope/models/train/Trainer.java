package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.tensor.Shape;

/**
 * Trains a network [Zeiler2014 §3] and leaves behind, in one folder, {@code last.zip} to go on from, {@code
 * epoch-NNN.zip} at the recipe's checkpoints, {@code model.zip} at the end, and {@code log.csv}. All that is random
 * depends on the recipe's seed, the epoch and the picture only, so a run that is taken up again ends like an unbroken
 * one.
 */
public final class Trainer {

    private final Recipe recipe;
    private final TrainingSet pictures;
    private final TrainingSet validation;
    private final ModelCard card;
    private final int side;
    private final Path folder;
    private final Learner learner;
    private final Set<String> frozen;
    private final Colours colours;
    private final List<EpochRecord> epochs = new ArrayList<>();

    private Trainer(Task task, Recipe recipe, Path folder, Learner learner, Set<String> frozen) {
        this.frozen = frozen;
        this.recipe = recipe;
        this.pictures = task.pictures;
        this.validation = task.validation;
        this.card = task.card;
        this.side = side(learner.input());
        this.folder = folder;
        this.learner = learner;
        this.colours = Colours.of(task.card.preprocessing().orElseThrow());
        int classes = task.pictures.classes().size();
        if (learner.outputs() != classes) {
            throw new InputException(say("models.trainer.network-tells-classes-apart", learner.outputs(), classes));
        }
    }

    /**
     * What is learned.
     *
     * @param pictures to learn from
     * @param validation never learned from, of the same classes
     * @param card name, preprocessing and labels of the network to be
     */
    public record Task(TrainingSet pictures, TrainingSet validation, ModelCard card) {

        public Task {
            if (!pictures.classes().equals(validation.classes())) {
                throw new InputException(
                        say("models.trainer.classes-differ-learn-validate", pictures.classes(), validation.classes()));
            }
        }

        /** The same pictures for a network of another card. */
        public Task with(ModelCard other) {
            return new Task(pictures, validation, other);
        }
    }

    /** A training from the beginning. */
    public static Trainer start(Task task, Architecture network, Recipe recipe, Path folder) {
        return new Trainer(task, recipe, folder, Learner.untrained(network, recipe), Set.of());
    }

    /** A training that builds on what another network has learned. */
    public static Trainer transfer(Task task, PretrainedNetwork on, Recipe recipe, Path folder) {
        Learner learner = Learner.building(on, task.pictures.classes().size(), recipe);
        return new Trainer(task, recipe, folder, learner, on.frozen());
    }

    /**
     * A training from the beginning, or what a folder holds of it already.
     *
     * @throws InputException if the folder holds another training
     */
    public static Trainer startOrResume(Task task, Architecture network, Recipe recipe, Path folder) {
        Optional<Begun> begun = begun(folder);
        if (begun.isEmpty()) {
            return start(task, network, recipe, folder);
        }
        if (!begun.get().recipe().equals(recipe) || !begun.get().card().name().equals(task.card.name())) {
            throw InputException.in(folder, say("models.trainer.another-training"));
        }
        return resume(task, recipe, folder);
    }

    /** Goes on after the last whole epoch in the folder. */
    public static Trainer resume(Task task, Recipe recipe, Path folder) {
        AtomicFile.removeLeftovers(folder);
        Path last = last(folder);
        Checkpoint.History history = Checkpoint.history(last);
        Learner learner = Checkpoint.learner(last, recipe);
        Trainer trainer = new Trainer(task, recipe, folder, learner, history.frozen());
        trainer.epochs.addAll(history.epochs());
        return trainer;
    }

    /** How a training that was begun is to go on: as before. */
    public record Begun(Recipe recipe, ModelCard card) {}

    /** The training that a folder holds, if it holds one to go on with. */
    public static Optional<Begun> begun(Path folder) {
        Path last = last(folder);
        return Files.exists(last)
                ? Optional.of(new Begun(Checkpoint.history(last).recipe(), Checkpoint.card(last)))
                : Optional.empty();
    }

    private static int side(Shape input) {
        if (input.channels() != 3 || input.height() != input.width()) {
            throw new InputException(say("models.trainer.training-takes-networks-square", input));
        }
        return input.height();
    }

    private static Path last(Path folder) {
        return folder.resolve("last.zip");
    }

    /** Trains to the recipe's last epoch. */
    public List<EpochRecord> run(TrainingProgress progress) {
        if (epochs.isEmpty()) {
            keep();
        }
        while (epochs.size() < recipe.epochs()) {
            EpochRecord done = epoch(epochs.size() + 1, progress);
            epochs.add(done);
            save();
            progress.epoch(done);
        }
        return epochs();
    }

    /** What came of the epochs so far. */
    public List<EpochRecord> epochs() {
        return List.copyOf(epochs);
    }

    /** What the network calls itself, how it sees pictures, its classes. */
    public ModelCard card() {
        return card;
    }

    /** How good the network is now if it may look at ten parts of each validation picture [Zeiler2014 §3]. */
    public Accuracy tenCrops() {
        return Accuracy.tenCrops(learner, validation, colours, side);
    }

    /** How good the network is now on the centre of the pictures that it learns from. */
    public Accuracy onLearned() {
        return Accuracy.centre(learner, pictures, colours, side);
    }

    /** How good the network is now on the centre of the validation pictures. */
    public Accuracy onValidation() {
        return Accuracy.centre(learner, validation, colours, side);
    }

    /** Weights and biases, and the statistics of batch normalisations. */
    public long parameters() {
        return learner.parameters();
    }

    /** Writes the network if it is to be kept at this epoch. */
    private void keep() {
        if (recipe.checkpoints().contains(epochs.size())) {
            Path file = folder.resolve(String.format(Locale.ROOT, "epoch-%03d.zip", epochs.size()));
            Checkpoint.writeWeights(file, learner, card, history());
        }
    }

    private Checkpoint.History history() {
        return new Checkpoint.History(recipe, frozen, epochs);
    }

    private void save() {
        keep();
        Checkpoint.History history = history();
        if (epochs.size() == recipe.epochs()) {
            Checkpoint.writeWeights(folder.resolve("model.zip"), learner, card, history);
        }
        Checkpoint.writeWhole(last(folder), learner, card, history);
        TrainingLog.write(folder.resolve("log.csv"), epochs);
    }

    private EpochRecord epoch(int epoch, TrainingProgress progress) {
        long start = System.nanoTime();
        int[] order = pictures.shuffled(recipe.seed() + epoch);
        int batch = Math.min(recipe.batch(), order.length);
        int steps = order.length / batch; // the rest has its turn in another epoch's order
        List<Double> accuracies = epochs.stream().map(EpochRecord::accuracy).toList();
        double loss = 0;
        double rate = 0;
        try (Batch together = Batch.of(batch, side, pictures.classes().size())) {
            for (int step = 0; step < steps; step++) {
                fill(together, order, step * batch, epoch);
                rate = recipe.rate(epoch - 1 + (step + 1.0) / steps, accuracies);
                loss += learner.fit(together, rate, recipe.seed() + 1_000_003L * epoch + step);
                progress.step(step(epoch, (step + 1) * batch, steps * batch, loss / (step + 1), rate, start));
            }
        }
        Accuracy accuracy = onValidation();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new EpochRecord(epoch, rate, loss / steps, accuracy.loss(), accuracy.top1(), seconds);
    }

    private void fill(Batch batch, int[] order, int from, int epoch) {
        FloatBuffer out = batch.pictures();
        FloatBuffer target = batch.targets();
        int classes = pictures.classes().size();
        IntStream.range(0, batch.size()).parallel().forEach(i -> {
            int picture = order[from + i];
            Crop crop = recipe.distortion().draw(pictures.side(), random(epoch, picture));
            crop.write(pictures.pixels().get(picture), pictures.side(), colours, out, i * 3 * side * side, side);
            for (int c = 0; c < classes; c++) {
                double spread = recipe.smoothing() / classes;
                double hit = pictures.labels()[picture] == c ? 1 - recipe.smoothing() : 0;
                target.put(i * classes + c, (float) (hit + spread));
            }
        });
    }

    private SplittableRandom random(int epoch, int picture) {
        SplittableRandom first = new SplittableRandom(recipe.seed() + ((long) epoch << 32) + picture);
        return new SplittableRandom(first.nextLong());
    }

    private TrainingProgress.Step step(int epoch, int done, int of, double loss, double rate, long start) {
        double perSecond = done / ((System.nanoTime() - start) / 1e9);
        double left = (of - done + (double) of * (recipe.epochs() - epoch)) / perSecond;
        return new TrainingProgress.Step(epoch, recipe.epochs(), done, of, loss, rate, perSecond, left);
    }
}
