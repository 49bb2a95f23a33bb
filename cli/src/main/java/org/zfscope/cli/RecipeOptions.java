package org.zfscope.cli;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.train.Distortion;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Recipe.Start;
import org.zfscope.models.train.Schedule;
import picocli.CommandLine.Option;

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

    @Option(names = "--epochs", paramLabel = "N", description = "How often every picture is shown; usually 70.")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> epochs;

    @Option(names = "--batch", paramLabel = "N", description = "Pictures a step; usually 128.")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> batch;

    @Option(
            names = "--schedule",
            description = "How the learning rate changes: ${COMPLETION-CANDIDATES}. plateau: a tenth whenever the"
                    + " validation stalls (usual); cosine: down to zero; trapezoid: level, then straight down to zero.")
    private Optional<Schedule> schedule;

    @Option(names = "--rate", paramLabel = "R", description = "The highest learning rate; usually 0.01.")
    @Range(min = 1e-12, max = 1e6)
    private Optional<Double> rate;

    @Option(names = "--rise", paramLabel = "EPOCHS", description = "How long the rate rises from zero; usually 0.")
    @Range(min = 0, max = 1e6)
    private Optional<Double> rise;

    @Option(names = "--fall", paramLabel = "EPOCHS", description = "How long trapezoid falls; usually 1.")
    @Range(min = 1e-6, max = 1e6)
    private Optional<Double> fall;

    @Option(names = "--patience", paramLabel = "EPOCHS", description = "How long plateau waits; usually 5.")
    @Range(min = 1, max = 1_000_000)
    private Optional<Integer> patience;

    @Option(names = "--momentum", paramLabel = "M", description = "Usually 0.9.")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> momentum;

    @Option(names = "--weight-decay", paramLabel = "D", description = "Usually 0.")
    @Range(min = 0, max = 1e6)
    private Optional<Double> weightDecay;

    @Option(
            names = "--smoothing",
            paramLabel = "S",
            description = "Part of the target spread evenly over all classes; usually 0.")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> smoothing;

    @Option(
            names = "--max-rms",
            paramLabel = "R",
            description = "Filters are scaled down to this root mean square after every step; 0 = never; usually 0.1.")
    @Range(min = 0, max = 1e6)
    private Optional<Double> maxRms;

    @Option(
            names = "--crops",
            paramLabel = "S",
            description = "Least side of the random crops, as a part of the picture's; usually 0.875.")
    @Range(min = 0.01, max = 1)
    private Optional<Double> crops;

    @Option(names = "--no-flips", description = "Do not mirror pictures at random.")
    private boolean noFlips;

    @Option(
            names = "--brightness",
            paramLabel = "B",
            description = "Greatest random change of brightness, as a part of it; usually 0.")
    @Range(min = 0, max = 1, below = true)
    private Optional<Double> brightness;

    @Option(
            names = "--start",
            description = "Weights before the first step: ${COMPLETION-CANDIDATES}. normal: deviation 0.01 (usual).")
    private Optional<Start> start;

    @Option(names = "--seed", paramLabel = "N", description = "From which all that is random comes; usually 1.")
    private Optional<Long> seed;

    @Option(
            names = "--checkpoints",
            paramLabel = "EPOCH",
            split = ",",
            description =
                    "Epochs after which the network is kept, 0 = before the first step; the last always is; usually"
                            + " 1,2,5,10,20,30,40,64.")
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
}
