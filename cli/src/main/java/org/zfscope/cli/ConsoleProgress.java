package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.time.Duration;
import org.zfscope.models.Progress;
import org.zfscope.models.words.Quantities;

/** Says on stderr how far long work has come: once a second, from the first second on. */
final class ConsoleProgress implements Progress {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final String what;
    private long start = System.nanoTime();
    private long next = start + SECOND;
    private long before;
    private boolean said;

    ConsoleProgress(PrintWriter err, String what) {
        this.err = err;
        this.what = what;
    }

    /** Begins now, where earlier work has done so much: that says nothing of how fast it goes. */
    void begin(long done) {
        before = done;
        start = System.nanoTime();
    }

    @Override
    public void report(long done, long total) {
        long now = System.nanoTime();
        if (done == before && done < total) {
            return;
        }
        if (said ? now < next && done < total : now < next || done == total) {
            return;
        }
        said = true;
        next = now + SECOND;
        double perSecond = (done - before) * (double) SECOND / (now - start);
        err.println(say(
                "cli.console-progress.second-s-left",
                what,
                done,
                total,
                Quantities.fixed(perSecond, 1),
                Quantities.fixed((total - done) / perSecond, 0)));
        err.flush();
    }
}
