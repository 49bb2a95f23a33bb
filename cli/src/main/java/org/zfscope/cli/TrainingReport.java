package org.zfscope.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.zfscope.models.train.EpochRecord;
import org.zfscope.models.train.TrainingProgress;

/** Says how a training goes: every few seconds on stderr, every epoch on stdout. */
final class TrainingReport implements TrainingProgress {

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final PrintWriter err;
    private final Runnable afterEpoch;
    private long next = System.nanoTime() + PAUSE;

    TrainingReport(PrintWriter out, PrintWriter err, Runnable afterEpoch) {
        this.out = out;
        this.err = err;
        this.afterEpoch = afterEpoch;
    }

    @Override
    public void step(Step step) {
        if (System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + PAUSE;
        err.printf(
                Locale.ROOT,
                "epoch %d of %d: %,d of %,d pictures, loss %.3f, rate %.4g, %.1f pictures/s, %s left%n",
                step.epoch(),
                step.epochs(),
                step.picture(),
                step.pictures(),
                step.loss(),
                step.rate(),
                step.picturesPerSecond(),
                duration(step.secondsLeft()));
        err.flush();
    }

    @Override
    public void epoch(EpochRecord record) {
        out.printf(
                Locale.ROOT,
                "epoch %d: loss %.3f, validation loss %.3f, validation accuracy %.2f %%, %s%n",
                record.epoch(),
                record.loss(),
                record.validationLoss(),
                100 * record.accuracy(),
                duration(record.seconds()));
        out.flush();
        afterEpoch.run();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? whole / 3600 + " h " + whole % 3600 / 60 + " min"
                : whole >= 60 ? whole / 60 + " min " + whole % 60 + " s" : whole + " s";
    }
}
