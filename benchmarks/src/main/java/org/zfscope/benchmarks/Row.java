package org.zfscope.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param target the ratio that must not be exceeded
 * @param work billions of multiplications and additions of the direct way; 0 where nobody can say
 */
record Row(String what, String peer, Pair pair, double target, double work) {

    static final String HEADER = """
            | what | zfscope, ms | beside | ms | ratio | target | | of the peak, beside |
            |---|--:|---|--:|--:|--:|---|--:|
            """;

    Row(String what, String peer, Pair pair, double target) {
        this(what, peer, pair, target, 0);
    }

    /** @param peak what the machine can do at most, in billions of operations a second */
    String markdown(double peak) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %.1f | %.3f | %.3f | %s | %s |%n",
                what,
                pair.ours(),
                peer,
                pair.theirs(),
                pair.ratio(),
                target,
                pair.ratio() <= target ? "met" : "**missed**",
                work == 0 ? "" : share(pair.ours(), peak) + ", " + share(pair.theirs(), peak));
    }

    private String share(double ms, double peak) {
        return Math.round(100 * work / ms * 1000 / peak) + " %";
    }
}
