package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.time.Duration;
import org.zfscope.models.Progress;
import org.zfscope.models.pull.Megabytes;
import org.zfscope.models.words.Quantities;

/** Says on stderr how much of a file has come: once a second. */
final class PullProgress implements Progress {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final String name;
    private long start;
    private long next;
    private long before;

    PullProgress(PrintWriter err, String name) {
        this.err = err;
        this.name = name;
    }

    @Override
    public void report(long done, long total) {
        long now = System.nanoTime();
        if (next == 0 || done < before) {
            start = now;
            next = now + SECOND;
            before = done;
        }
        if (now < next) {
            return;
        }
        next = now + SECOND;
        double perSecond = (done - before) * (double) SECOND / (now - start);
        String speed = Quantities.fixed(perSecond / 1e6, 1);
        err.println(
                total > 0 && perSecond > 0
                        ? say(
                                "cli.pull-progress.of-total",
                                name,
                                Megabytes.text(done),
                                Megabytes.text(total),
                                speed,
                                Quantities.fixed((total - done) / perSecond, 0))
                        : say("cli.pull-progress.so-far", name, Megabytes.text(done), speed));
        err.flush();
    }
}
