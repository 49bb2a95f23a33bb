package org.zfscope.app.task;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.words.Quantities;

/**
 * How fast long work goes, in words.
 *
 * @param first what was done when it was first asked: work that goes on where it ended did not do that now
 * @param start when that was, in nanoseconds
 */
record Pace(long first, long start) {

    private static final double SECOND = 1e9;

    /** What is done, and after a second also how fast and how long it will take. */
    String text(long done, long total, long now) {
        if (total <= 0) {
            return say("app.pace.far", Quantities.count(done));
        }
        String share = say("app.pace.of", Quantities.count(done), Quantities.count(total));
        double seconds = (now - start) / SECOND;
        if (seconds < 1 || done <= first) {
            return share;
        }
        double rate = (done - first) / seconds;
        return share
                + (rate < 10
                        ? say("app.pace.second-left", Quantities.fixed(rate, 1), time((total - done) / rate))
                        : say("app.pace.second-left", Quantities.fixed(rate, 0), time((total - done) / rate)));
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return say("app.pace.s", whole);
        }
        return whole < 3600
                ? say("app.pace.min-s", whole / 60, whole % 60)
                : say("app.pace.h-min", whole / 3600, whole / 60 % 60);
    }
}
