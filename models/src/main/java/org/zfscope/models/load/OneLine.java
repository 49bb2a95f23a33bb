package org.zfscope.models.load;

import org.jspecify.annotations.Nullable;

/** Makes text from strangers fit for a message: one line, no control characters, not endless. */
public final class OneLine {

    private static final int MAX = 300;

    private OneLine() {}

    /** What an exception says, however long: a message of our own may list what is supported. */
    public static String message(Throwable e) {
        return String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}", " ");
    }

    public static String of(@Nullable Object text) {
        String line = String.valueOf(text).strip().replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX ? line.substring(0, MAX) + "..." : line;
    }
}
