package org.zfscope.models.train;

import java.util.List;

/** How the learning rate changes over the epochs, as a part of the recipe's rate. */
public enum Schedule {
    /** A tenth whenever the accuracy on the validation pictures has not risen for some epochs [Zeiler2014 §3]. */
    PLATEAU {
        @Override
        double factor(Recipe recipe, double epoch, List<Double> accuracies) {
            return Math.pow(0.1, drops(accuracies, recipe.patience()));
        }
    },
    /** Down half a cosine wave to zero. */
    COSINE {
        @Override
        double factor(Recipe recipe, double epoch, List<Double> accuracies) {
            double done = (epoch - recipe.rise()) / (recipe.epochs() - recipe.rise());
            return (1 + Math.cos(Math.PI * Math.max(0, done))) / 2;
        }
    },
    /**
     * Level, then straight down to zero over the last epochs. How many epochs there will be need not be known before
     * the fall begins, so a run may be made longer until then.
     */
    TRAPEZOID {
        @Override
        double factor(Recipe recipe, double epoch, List<Double> accuracies) {
            return Math.min(1, (recipe.epochs() - epoch) / recipe.fall());
        }
    };

    /** The part of the full rate after so many epochs, knowing the accuracies after the whole ones among them. */
    abstract double factor(Recipe recipe, double epoch, List<Double> accuracies);

    /** How often the accuracy has stalled: each time counts from the epoch of the last drop. */
    private static int drops(List<Double> accuracies, int patience) {
        double best = 0;
        int stalled = 0;
        int drops = 0;
        for (double accuracy : accuracies) {
            stalled = accuracy > best ? 0 : stalled + 1;
            best = Math.max(best, accuracy);
            if (stalled == patience) {
                drops++;
                stalled = 0;
            }
        }
        return drops;
    }
}
