package org.zfscope.viz.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The letters of figures that are vectors: Liberation Sans, which comes with PDFBox and is as wide as Arial and Helvetica, so
 * that one of the three is on most machines. It has Latin, Greek and Cyrillic letters.
 */
final class Sans {

    /** What SVG asks for. */
    static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

    /** Of an alphabet's letters that stand beside the built-in ones: capitals are as high. */
    static final double SIZE = 10;

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final int unitsPerEm;

    private Sans() {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE))) {
            file = in.readAllBytes();
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Sans SANS = new Sans();
    }

    static Sans get() {
        return Holder.SANS;
    }

    /** The font's file. */
    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    /** Whether it has all letters, and they stand one after the other from left to right. */
    boolean has(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                && text.codePoints().noneMatch(Sans::combines)
                && text.codePoints().allMatch(letter -> letters.getGlyphId(letter) > 0);
    }

    private static boolean combines(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** How wide a text is in letters of size 1. */
    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    private double width(int letter) {
        try {
            return (double) font.getAdvanceWidth(letters.getGlyphId(letter)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The size in which a line is no wider than its dots. */
    double size(TextLine line) {
        double usual = SIZE * line.zoom();
        String text = line.text();
        double wide = has(text) ? usual * width(text) : 0;
        return wide <= line.width() ? usual : usual * line.width() / wide;
    }
}
