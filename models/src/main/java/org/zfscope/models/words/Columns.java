package org.zfscope.models.words;

import java.util.List;
import java.util.stream.IntStream;

/** A table as lines of text, its columns as wide as their widest words; the first stands at the left, all others at the right. */
public final class Columns {

    private static final String GAP = "  ";

    private Columns() {}

    /** All rows have as many words as the first. */
    public static List<String> of(List<List<String>> rows) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int... widths) {
        StringBuilder line = new StringBuilder(row.get(0))
                .append(" ".repeat(widths[0] - row.get(0).length()));
        for (int i = 1; i < widths.length; i++) {
            line.append(GAP).append(" ".repeat(widths[i] - row.get(i).length())).append(row.get(i));
        }
        return line.toString();
    }
}
