package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.time.Duration;
import org.zfscope.models.train.EpochRecord;
import org.zfscope.models.train.TrainingProgress;
import org.zfscope.models.words.Quantities;

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
        err.println(say(
                "cli.training-report.epoch-pictures-loss-rate",
                step.epoch(),
                step.epochs(),
                Quantities.count(step.picture()),
                Quantities.count(step.pictures()),
                Quantities.fixed(step.loss(), 3),
                Quantities.digits(step.rate(), 4),
                Quantities.fixed(step.picturesPerSecond(), 1),
                duration(step.secondsLeft())));
        err.flush();
    }

    @Override
    public void epoch(EpochRecord record) {
        out.println(say(
                "cli.training-report.epoch-loss-validation-loss",
                record.epoch(),
                Quantities.fixed(record.loss(), 3),
                Quantities.fixed(record.validationLoss(), 3),
                Quantities.fixed(100 * record.accuracy(), 2),
                duration(record.seconds())));
        out.flush();
        afterEpoch.run();
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? say("cli.training-report.h-min", whole / 3600, whole % 3600 / 60)
                : whole >= 60
                        ? say("cli.training-report.min-s", whole / 60, whole % 60)
                        : say("cli.training-report.s", whole);
    }
}
