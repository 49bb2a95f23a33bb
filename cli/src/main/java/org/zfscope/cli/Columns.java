package org.zfscope.cli;

import picocli.CommandLine.Help.Ansi;

/** Text in columns of a terminal, where a Chinese sign is as wide as two letters. */
final class Columns {

    private Columns() {}

    /** How many letters wide it is drawn. */
    static int width(String text) {
        return Ansi.OFF.text(text).getCJKAdjustedLength();
    }

    /** Spaces after it fill the width. */
    static String left(Object cell, int width) {
        return cell + space(cell, width);
    }

    /** Spaces before it fill the width. */
    static String right(Object cell, int width) {
        return space(cell, width) + cell;
    }

    private static String space(Object cell, int width) {
        return " ".repeat(Math.max(0, width - width(cell.toString())));
    }
}
