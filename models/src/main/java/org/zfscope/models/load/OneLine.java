package org.zfscope.models.load;

import org.jspecify.annotations.Nullable;

/** Makes text from strangers fit for a message: one line, no control characters, not endless. */
public final class OneLine {

    private static final int MAX = 300;

    private OneLine() {}

    public static String of(@Nullable Object text) {
        String line = String.valueOf(text).strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX ? line.substring(0, MAX) + "..." : line;
    }
}
