package org.zfscope.models.load.hdf5;

import static org.zfscope.models.words.Words.say;

import java.util.function.Supplier;

/** What jhdf does on a damaged file, which may be anything, as one kind of exception with one line. */
final class Damage {

    private Damage() {}

    /**
     * Runs a piece of reading.
     *
     * @param what is read, for the message
     * @throws IllegalArgumentException if it fails, however it does
     */
    static <T> T guard(String what, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RuntimeException | StackOverflowError | AssertionError e) { // groups may lie inside themselves
            throw new IllegalArgumentException(say("models.damage.hdf5-cannot-be-read", what, reason(e)), e);
        }
    }

    private static String reason(Throwable e) {
        Throwable first = e;
        for (int i = 0; i < 10 && first.getCause() != null; i++) {
            first = first.getCause();
        }
        String said = first.getMessage();
        String kind = first.getClass().getSimpleName();
        return said == null || said.isBlank() ? kind : said.strip();
    }
}
