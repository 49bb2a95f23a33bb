package org.zfscope.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Rows that were measured in one process.
 *
 * @param engine what computed on our side
 * @param peak what the machine can do at most, in billions of operations a second
 */
record Table(String engine, double peak) {

    String head() {
        return String.format(
                        Locale.ROOT,
                        "%nzfscope on %s; peak (one product of 2048 x 2048 matrices): %.0f GFLOP/s.%n%n",
                        engine,
                        peak)
                + Row.HEADER;
    }

    String of(List<Row> rows) {
        return head() + rows.stream().map(row -> row.markdown(peak)).collect(Collectors.joining());
    }
}
