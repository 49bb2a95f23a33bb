package org.zfscope.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;

/** Passes on what is written, and keeps it. */
final class Overheard extends FilterWriter {

    private final StringWriter kept = new StringWriter();

    Overheard(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        kept.write(c);
        super.write(c);
    }

    @Override
    public void write(char[] chars, int from, int count) throws IOException {
        kept.write(chars, from, count);
        super.write(chars, from, count);
    }

    @Override
    public void write(String text, int from, int count) throws IOException {
        kept.write(text, from, count);
        super.write(text, from, count);
    }

    String lastLine() {
        return kept.toString().lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
    }
}
