package org.zfscope.models.train;

/** Who watches a training. Any method may throw {@link java.util.concurrent.CancellationException} to stop it. */
public interface TrainingProgress {

    /**
     * Where a training is.
     *
     * @param epoch from 1 on
     * @param picture how many pictures of the epoch are done
     * @param pictures of an epoch
     * @param loss mean of the epoch so far
     * @param rate learning rate
     * @param picturesPerSecond of this epoch
     * @param secondsLeft until the last epoch ends, if it goes on like this
     */
    record Step(
            int epoch,
            int epochs,
            int picture,
            int pictures,
            double loss,
            double rate,
            double picturesPerSecond,
            double secondsLeft) {}

    /** After each step. */
    default void step(Step step) {}

    /** After each epoch, when its checkpoint is written. */
    default void epoch(EpochRecord record) {}
}
