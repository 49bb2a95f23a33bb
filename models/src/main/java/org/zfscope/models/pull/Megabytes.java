package org.zfscope.models.pull;

import org.zfscope.models.words.Quantities;

/** Sizes of files for people. */
public final class Megabytes {

    private static final double MILLION = 1e6;

    private Megabytes() {}

    /** In millions of bytes, small ones with a digit after the point. */
    public static String text(long bytes) {
        double millions = bytes / MILLION;
        return Quantities.fixed(millions, millions < 10 ? 1 : 0);
    }
}
