package org.zfscope.viz.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.Locale;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;

/**
 * Writes drawings as SVG: text as text, lines as lines, pictures pixel by pixel as PNG inside. The provenance is the text of
 * its {@code metadata}, as JSON. The same drawing and provenance give the same bytes.
 */
final class Svg {

    static final String METADATA = "zfscope";

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" \
            width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" font-family="%3$s">
            <metadata id="%4$s">%5$s</metadata>
            """;

    private final OutputStream out;

    private Svg(OutputStream out) {
        this.out = out;
    }

    static AtomicFile.Content content(Drawing drawing, Provenance provenance) {
        return out -> new Svg(out).write(drawing, provenance);
    }

    private void write(Drawing drawing, Provenance provenance) throws IOException {
        String origin = escaped(provenance.toJson());
        print(HEAD, drawing.width(), drawing.height(), Sans.FAMILY, METADATA, origin);
        draw(drawing, 1);
        print("</svg>\n");
    }

    /** A drawing that is shown so many times as large. */
    private void draw(Drawing drawing, int zoom) throws IOException {
        for (Mark mark : drawing.marks()) {
            draw(mark, zoom);
        }
    }

    private void draw(Mark mark, int zoom) throws IOException {
        if (mark instanceof Mark.Fill f) {
            print(
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                    f.x(), f.y(), f.width(), f.height(), colour(f.colour()));
        } else if (mark instanceof Mark.Line l) {
            line(l.fromX(), l.fromY(), l.toX(), l.toY(), l.thickness(), l.colour());
        } else if (mark instanceof Mark.Pixels p) {
            pixels(p, zoom);
        } else if (mark instanceof Mark.Words w) {
            words(w);
        } else if (mark instanceof Mark.Cross c) {
            int arm = c.arm();
            line(c.x() - arm, c.y() - arm, c.x() + arm, c.y() + arm, c.stroke(), c.colour());
            line(c.x() - arm, c.y() + arm, c.x() + arm, c.y() - arm, c.stroke(), c.colour());
        } else if (mark instanceof Mark.Part p) {
            print("<g transform=\"translate(%d %d) scale(%d)\">\n", p.x(), p.y(), p.zoom());
            draw(p.drawing(), zoom * p.zoom());
            print("</g>\n");
        }
    }

    /** Its places are the middles of pixels. */
    private void line(double fromX, double fromY, double toX, double toY, double thickness, int colour)
            throws IOException {
        print(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\" stroke-linecap=\"round\"/>\n",
                number(fromX + 0.5),
                number(fromY + 0.5),
                number(toX + 0.5),
                number(toY + 0.5),
                colour(colour),
                number(thickness));
    }

    /** Each pixel is repeated as often as it is enlarged: not every program knows that it should not be blurred. */
    private void pixels(Mark.Pixels p, int zoom) throws IOException {
        RgbImage picture = p.picture();
        RgbImage squares = Drawing.of(picture).enlarged(zoom * p.zoom()).picture();
        print(
                "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\""
                        + " style=\"image-rendering:pixelated\" xlink:href=\"data:image/png;base64,%s\"/>\n",
                p.x(),
                p.y(),
                picture.width() * p.zoom(),
                picture.height() * p.zoom(),
                Base64.getEncoder().encodeToString(Png.encode(squares)));
    }

    private void words(Mark.Words w) throws IOException {
        TextLine line = w.line();
        if (line.text().isBlank()) {
            return;
        }
        String anchor = w.anchor().name().toLowerCase(Locale.ROOT);
        print(
                "<text x=\"%s\" y=\"%d\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\" xml:space=\"preserve\">%s</text>\n",
                number(w.anchor().of(w.x(), line.width())),
                w.y() + line.above(),
                number(Sans.get().set(line).size()),
                anchor,
                colour(w.colour()),
                escaped(line.text()));
    }

    private void print(String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values).getBytes(UTF_8));
    }

    private static String colour(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What XML has no letters for becomes the sign for that. */
    private static String escaped(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
