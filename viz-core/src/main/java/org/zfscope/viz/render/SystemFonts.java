package org.zfscope.viz.render;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the built-in letters lack, as the system's fonts draw it. Which fonts those are differs from machine to machine;
 * one without any draws nothing, and says so by {@link #has}.
 */
final class SystemFonts {

    /** Chinese signs need 12 pixels to be read; so do most scripts that have no small letters. */
    private static final int SIGNS = 12;

    /** Capitals become as high as the built-in ones. */
    private static final int ALPHABETS = 10;

    private static final FontRenderContext SOFT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);

    /** As wide as the font says, not rounded letter by letter. */
    private static final FontRenderContext EXACT = new FontRenderContext(
            null, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

    /** So many drawn letters and words are kept; a figure's labels say the same again and again. */
    private static final int MOST = 2000;

    private record Key(String letters, int zoom) {}

    private final List<Font> fonts;
    private final Map<Key, Ink> drawn = new ConcurrentHashMap<>();

    private SystemFonts(List<Font> fonts) {
        this.fonts = fonts;
    }

    /** The fonts of this machine. */
    static SystemFonts get() {
        return Holder.FONTS;
    }

    /** Looked for when first asked, as that takes a part of a second. */
    private static final class Holder {
        static final SystemFonts FONTS = from(SystemFonts::all);
    }

    /** Java's own choice for the system comes first. */
    private static List<Font> all() {
        List<Font> all = new ArrayList<>();
        all.add(new Font(Font.SANS_SERIF, Font.PLAIN, 1));
        Stream.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .sorted(Comparator.comparing(Font::getFontName))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** None where the system's fonts cannot be asked: AWT fails in many ways, and with errors, not only exceptions. */
    static SystemFonts from(Callable<List<Font>> source) {
        try {
            SystemFonts found = new SystemFonts(source.call());
            found.ink("x", 1);
            return found;
        } catch (Exception | AWTError | LinkageError | InternalError e) {
            return new SystemFonts(List.of());
        }
    }

    /** Whether a letter, with its accents, can be drawn and is to be seen. */
    boolean has(String letter) {
        return font(letter).isPresent() && (letter.isBlank() || !ink(letter, 1).isBlank());
    }

    /** Letters that one font draws in one size are drawn together, so that they can join. */
    boolean together(String one, String other) {
        return font(one).equals(font(other)) && size(one) == size(other);
    }

    private Optional<Font> font(String letters) {
        return fonts.stream().filter(f -> f.canDisplayUpTo(letters) < 0).findFirst();
    }

    private static int size(String letters) {
        int first = letters.codePointAt(0);
        return switch (Character.UnicodeScript.of(first)) {
            case LATIN, GREEK, CYRILLIC, ARMENIAN -> ALPHABETS;
            case COMMON -> Signs.isSign(first) ? SIGNS : ALPHABETS;
            default -> SIGNS;
        };
    }

    /** Letters of one font and size, drawn. */
    Ink ink(String letters, int zoom) {
        if (drawn.size() > MOST) {
            drawn.clear();
        }
        return drawn.computeIfAbsent(new Key(letters, zoom), key -> draw(layout(letters, zoom), SOFT));
    }

    /** The same of a font and size. */
    static Ink ink(Font font, String letters, double size) {
        return draw(new TextLayout(letters, font.deriveFont((float) size), EXACT), EXACT);
    }

    /** The same as a shape that stands on the line at 0; nothing where there is no font. */
    Shape outline(String letters, int zoom) {
        return fonts.isEmpty() ? new Rectangle() : layout(letters, zoom).getOutline(null);
    }

    private static Ink draw(TextLayout layout, FontRenderContext context) {
        Rectangle bounds = bounds(layout, context);
        BufferedImage image =
                new BufferedImage(Math.max(1, bounds.width), Math.max(1, bounds.height), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, context.getAntiAliasingHint());
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, context.getFractionalMetricsHint());
        graphics.setColor(Color.WHITE);
        layout.draw(graphics, -bounds.x, -bounds.y);
        graphics.dispose();
        byte[] cover = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new Ink(image.getWidth(), image.getHeight(), -bounds.y, cover);
    }

    private TextLayout layout(String letters, int zoom) {
        Font font = font(letters).orElseGet(() -> fonts.get(0));
        return new TextLayout(letters, font.deriveFont((float) size(letters) * zoom), SOFT);
    }

    /** From where the letters begin to where the next may, or further where their ink reaches. */
    private static Rectangle bounds(TextLayout layout, FontRenderContext context) {
        Rectangle ink = layout.getPixelBounds(context, 0, 0);
        return ink.union(new Rectangle(0, ink.y, Math.round(layout.getAdvance()), ink.height));
    }
}
