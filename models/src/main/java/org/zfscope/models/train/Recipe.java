package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.List;

/**
 * How a network is trained.
 *
 * @param epochs how often every picture is shown
 * @param batch pictures a step
 * @param rate learning rate at its highest
 * @param rise epochs over which the rate rises from zero at the beginning
 * @param fall epochs of {@link Schedule#TRAPEZOID}'s fall
 * @param patience epochs without progress after which {@link Schedule#PLATEAU} steps down
 * @param weightDecay what is added to the gradient, as a part of the weights; biases have none
 * @param smoothing part of the target that is spread evenly over all classes
 * @param maxRms filters of convolutions are scaled down to this root mean square after every step; 0 = never
 * @param start what the weights are before the first step
 * @param seed from which all randomness comes
 * @param checkpoints epochs after which the network is kept, 0 = before the first step; the last is always kept
 */
public record Recipe(
        int epochs,
        int batch,
        Schedule schedule,
        double rate,
        double rise,
        double fall,
        int patience,
        double momentum,
        double weightDecay,
        double smoothing,
        double maxRms,
        Distortion distortion,
        Start start,
        long seed,
        List<Integer> checkpoints) {

    /** The epochs of [Zeiler2014 fig. 4]. */
    public static final List<Integer> PAPER_EPOCHS = List.of(1, 2, 5, 10, 20, 30, 40, 64);

    /** What weights are before the first step; biases are zero. */
    public enum Start {
        /** Whatever the architecture says; those of the zoo say {@link #HE}. */
        CONFIGURED,
        /** Normal, with a variance of 2 / inputs [He2015]. */
        HE,
        /** Normal, with a standard deviation of 0.01, as in [Krizhevsky2012 §5]. */
        NORMAL
    }

    public Recipe {
        checkpoints = List.copyOf(checkpoints);
        require(epochs >= 1, say("models.recipe.least-one-epoch-needed", epochs));
        require(batch >= 1, say("models.recipe.least-one-picture-step", batch));
        require(rate > 0, say("models.recipe.learning-rate-must-above", rate));
        require(rise >= 0 && rise < epochs, say("models.recipe.rise-must-shorter-training", rise));
        require(fall > 0 && fall <= epochs, say("models.recipe.fall-must-longer-training", fall));
        require(patience >= 1, say("models.recipe.patience-must-least-one", patience));
        require(momentum >= 0 && momentum < 1, say("models.recipe.momentum-lies-0-below", momentum));
        require(weightDecay >= 0, say("models.recipe.weight-decay-must-negative", weightDecay));
        require(smoothing >= 0 && smoothing < 1, say("models.recipe.label-smoothing-lies-0", smoothing));
        require(maxRms >= 0, say("models.recipe.filters-greatest-rms-must", maxRms));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The learning rate after so many epochs, given the accuracy on the validation pictures after each whole one. */
    double rate(double epoch, List<Double> accuracies) {
        double warm = rise == 0 ? 1 : Math.min(1, epoch / rise);
        return rate * Math.min(warm, schedule.factor(this, epoch, accuracies));
    }
}
