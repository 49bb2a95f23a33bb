package org.zfscope.app.task;

import java.util.Locale;

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
            return String.format(Locale.ROOT, "%,d so far", done);
        }
        String share = String.format(Locale.ROOT, "%,d of %,d", done, total);
        double seconds = (now - start) / SECOND;
        if (seconds < 1 || done <= first) {
            return share;
        }
        double rate = (done - first) / seconds;
        return share
                + String.format(
                        Locale.ROOT,
                        rate < 10 ? ", %.1f a second, %s left" : ", %.0f a second, %s left",
                        rate,
                        time((total - done) / rate));
    }

    private static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
