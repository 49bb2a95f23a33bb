package org.zfscope.viz.render;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
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

    /** What is narrower stands alone, as an axis' unit does, and may be half as wide again: a percent sign would be tiny. */
    private static final double SHORT = 10;

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final byte[] file;
    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final int unitsPerEm;
    private final Font drawn;

    private Sans() {
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE))) {
            file = in.readAllBytes();
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            letters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
            drawn = Font.createFont(Font.TRUETYPE_FONT, open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
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

    /** A part of a line that is written in these letters, or drawn as another font has it. */
    record Piece(String text, boolean written) {

        private double width(int zoom) {
            return written
                    ? SIZE * zoom * get().width(text)
                    : SystemFonts.get().ink(text, zoom).width();
        }
    }

    /** A line as it is set: its pieces, and how many times smaller than usual, so that it is no wider than its dots. */
    record Line(List<Piece> pieces, int zoom, double scale) {

        double size() {
            return scale * SIZE * zoom;
        }

        double width(Piece piece) {
            return scale * piece.width(zoom);
        }

        /** As pixels. */
        Ink ink(Piece piece) {
            return piece.written()
                    ? SystemFonts.ink(get().drawn, piece.text(), size())
                    : SystemFonts.get().ink(piece.text(), zoom);
        }

        double width() {
            return pieces.stream().mapToDouble(this::width).sum();
        }
    }

    Line set(TextLine line) {
        List<Piece> pieces = new ArrayList<>();
        for (String run : line.runs()) {
            int last = pieces.size() - 1;
            if (has(run) && last >= 0 && pieces.get(last).written()) {
                pieces.set(last, new Piece(pieces.get(last).text() + run, true));
            } else {
                pieces.add(new Piece(run, has(run)));
            }
        }
        double wide = pieces.stream().mapToDouble(p -> p.width(line.zoom())).sum();
        double room = line.width() + (wide < SHORT * line.zoom() ? SHORT * line.zoom() / 2 : 0);
        return new Line(pieces, line.zoom(), Math.min(1, room / wide));
    }
}
