package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.words.Quantities;

/** Takes down what is drawn. What lies outside is left away. */
final class Canvas {

    /** More than a screen or a printed page can show; holds memory down to 128 MiB. */
    static final int LARGEST = 1 << 26;

    private final int width;
    private final int height;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * All of one colour.
     *
     * @throws InputException if that is more than {@link #LARGEST} pixels
     */
    Canvas(long width, long height, int colour) {
        if (width > LARGEST || height > LARGEST || width * height > LARGEST) {
            throw new InputException(
                    say("viz.canvas.picture-pixels-too-large", Quantities.shape(width, height), LARGEST / 1_000_000));
        }
        this.width = (int) width;
        this.height = (int) height;
        fill(0, 0, this.width, this.height, colour);
    }

    /** A side times a factor; where that is too large for any canvas, too large but no overflow. */
    static int enlarged(int side, int zoom) {
        return (int) Math.min(LARGEST + 1L, (long) side * zoom);
    }

    void fill(int x, int y, int w, int h, int colour) {
        if (w > 0 && h > 0) {
            marks.add(new Mark.Fill(x, y, w, h, colour));
        }
    }

    /** Draws a picture; each of its pixels becomes a square of {@code zoom} by {@code zoom}. */
    void draw(RgbImage picture, int x, int y, int zoom) {
        marks.add(new Mark.Pixels(picture, x, y, zoom));
    }

    /** The same of a drawing. */
    void draw(Drawing drawing, int x, int y, int zoom) {
        marks.add(new Mark.Part(drawing, x, y, zoom));
    }

    /** The outline of a rectangle, drawn inside it. */
    void frame(int x, int y, int w, int h, int thickness, int colour) {
        fill(x, y, w, thickness, colour);
        fill(x, y + h - thickness, w, thickness, colour);
        fill(x, y, thickness, h, colour);
        fill(x + w - thickness, y, thickness, h, colour);
    }

    /** A straight line. */
    void line(double fromX, double fromY, double toX, double toY, double thickness, int colour) {
        marks.add(new Mark.Line(fromX, fromY, toX, toY, thickness, colour));
    }

    /** A cross with arms of that length around a point. */
    void cross(int x, int y, int arm, int stroke, int colour) {
        marks.add(new Mark.Cross(x, y, arm, stroke, colour));
    }

    /** A line of text with its highest row at {@code y}. */
    void write(TextLine line, int x, int y, Mark.Anchor anchor, int colour) {
        marks.add(new Mark.Words(line, x, y, anchor, colour));
    }

    /** All that was drawn. */
    Drawing drawing() {
        return new Drawing(width, height, marks);
    }
}
