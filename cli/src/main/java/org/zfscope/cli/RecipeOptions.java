package org.zfscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.zfscope.models.train.Distortion;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Recipe.Start;
import org.zfscope.models.train.Schedule;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a network is trained; what is not given is as in [Zeiler2014 §3], or as it was when a training goes on. */
final class RecipeOptions {

    private static final Recipe PAPER = new Recipe(
            70,
            128,
            Schedule.PLATEAU,
            0.01,
            0,
            1,
            5,
            0.9,
            0,
            0,
            0.1,
            new Distortion(0.875, true, 0),
            Start.NORMAL,
            1,
            Recipe.PAPER_EPOCHS);

    @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.recipe-options.epochs")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> epochs;

    @Option(names = "--batch", paramLabel = "N", descriptionKey = "cli.recipe-options.batch")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> batch;

    @Option(names = "--schedule", descriptionKey = "cli.recipe-options.schedule")
    private Optional<Schedule> schedule;

    @Option(names = "--rate", paramLabel = "R", descriptionKey = "cli.recipe-options.rate")
    @Range(min = 1e-12, max = 1e6)
    private Optional<Double> rate;

    @Option(names = "--rise", paramLabel = "EPOCHS", descriptionKey = "cli.recipe-options.rise")
    @Range(min = 0, max = 1e6)
    private Optional<Double> rise;

    @Option(names = "--fall", paramLabel = "EPOCHS", descriptionKey = "cli.recipe-options.fall")
    @Range(min = 1e-6, max = 1e6)
    private Optional<Double> fall;

    @Option(names = "--patience", paramLabel = "EPOCHS", descriptionKey = "cli.recipe-options.patience")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> patience;

    @Option(names = "--momentum", paramLabel = "M", descriptionKey = "cli.recipe-options.momentum")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> momentum;

    @Option(names = "--weight-decay", paramLabel = "D", descriptionKey = "cli.recipe-options.weight-decay")
    @Range(min = 0, max = 1e6)
    private Optional<Double> weightDecay;

    @Option(names = "--smoothing", paramLabel = "S", descriptionKey = "cli.recipe-options.smoothing")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> smoothing;

    @Option(names = "--max-rms", paramLabel = "R", descriptionKey = "cli.recipe-options.max-rms")
    @Range(min = 0, max = 1e6)
    private Optional<Double> maxRms;

    @Option(names = "--crops", paramLabel = "S", descriptionKey = "cli.recipe-options.crops")
    @Range(min = 0.01, max = 1)
    private Optional<Double> crops;

    @Option(names = "--no-flips", descriptionKey = "cli.recipe-options.no-flips")
    private boolean noFlips;

    @Option(names = "--brightness", paramLabel = "B", descriptionKey = "cli.recipe-options.brightness")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> brightness;

    @Option(names = "--start", descriptionKey = "cli.recipe-options.start")
    private Optional<Start> start;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.recipe-options.seed")
    private Optional<Long> seed;

    @Option(
            names = "--checkpoints",
            paramLabel = "EPOCH",
            split = ",",
            descriptionKey = "cli.recipe-options.checkpoints")
    @Range(min = 0, max = 1_000_000)
    private List<Integer> checkpoints = List.of();

    /** The paper's recipe with the options' changes. */
    Recipe recipe() {
        return over(PAPER);
    }

    /** A recipe with the options' changes. */
    Recipe over(Recipe base) {
        return new Recipe(
                epochs.orElse(base.epochs()),
                batch.orElse(base.batch()),
                schedule.orElse(base.schedule()),
                rate.orElse(base.rate()),
                rise.orElse(base.rise()),
                fall.orElse(base.fall()),
                patience.orElse(base.patience()),
                momentum.orElse(base.momentum()),
                weightDecay.orElse(base.weightDecay()),
                smoothing.orElse(base.smoothing()),
                maxRms.orElse(base.maxRms()),
                new Distortion(
                        crops.orElse(base.distortion().smallest()),
                        base.distortion().flip() && !noFlips,
                        brightness.orElse(base.distortion().brightness())),
                start.orElse(base.start()),
                seed.orElse(base.seed()),
                checkpoints.isEmpty() ? base.checkpoints() : checkpoints);
    }

    long seed() {
        return seed.orElse(PAPER.seed());
    }

    /** A recipe of these options; what makes no sense together is a matter of usage. */
    Recipe parsed(CommandSpec spec, Function<RecipeOptions, Recipe> recipe) {
        try {
            return recipe.apply(this);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
