package org.zfscope.benchmarks;

import java.util.Locale;

/**
 * A line of the table.
 *
 * @param target the ratio that must not be exceeded
 */
record Row(String what, String peer, Pair pair, double target) {

    static final String HEADER = """
            | what | zfscope, ms | beside | ms | ratio | target | |
            |---|--:|---|--:|--:|--:|---|
            """;

    String markdown() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %s | %.1f | %.3f | %.2f | %s |%n",
                what,
                pair.ours(),
                peer,
                pair.theirs(),
                pair.ratio(),
                target,
                pair.ratio() <= target ? "met" : "**missed**");
    }
}
