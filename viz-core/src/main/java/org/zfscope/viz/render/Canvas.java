package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.words.Quantities;

/** Pixels to draw on, row by row. What lies outside is left away. */
final class Canvas {

    /** More than a screen or a printed page can show; holds memory down to 128 MiB. */
    static final int LARGEST = 1 << 26;

    private final int width;
    private final int height;
    private final int[] pixels;

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
        this.pixels = new int[this.width * this.height];
        Arrays.fill(pixels, colour);
    }

    /** A side times a factor; where that is too large for any canvas, too large but no overflow. */
    static int enlarged(int side, int zoom) {
        return (int) Math.min(LARGEST + 1L, (long) side * zoom);
    }

    void fill(int x, int y, int w, int h, int colour) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + w);
        for (int row = Math.max(0, y); row < Math.min(height, y + h) && left < right; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, colour);
        }
    }

    /** Draws a picture; each of its pixels becomes a square of {@code zoom} by {@code zoom}. */
    void draw(RgbImage picture, int x, int y, int zoom) {
        for (int row = 0; row < picture.height(); row++) {
            for (int column = 0; column < picture.width(); column++) {
                fill(x + column * zoom, y + row * zoom, zoom, zoom, picture.pixel(column, row));
            }
        }
    }

    /** Mixes a colour into one pixel, by how much of it is covered, 0 to 1. */
    void mix(int x, int y, int colour, double cover) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            pixels[y * width + x] = ColourMap.mix(pixels[y * width + x], colour, cover);
        }
    }

    /** The outline of a rectangle, drawn inside it. */
    void frame(int x, int y, int w, int h, int thickness, int colour) {
        fill(x, y, w, thickness, colour);
        fill(x, y + h - thickness, w, thickness, colour);
        fill(x, y, thickness, h, colour);
        fill(x + w - thickness, y, thickness, h, colour);
    }

    /** A straight line with soft edges. */
    void line(double fromX, double fromY, double toX, double toY, double thickness, int colour) {
        double reach = thickness / 2 + 1;
        int left = (int) Math.max(0, Math.min(fromX, toX) - reach);
        int right = (int) Math.min(width - 1, Math.max(fromX, toX) + reach);
        int top = (int) Math.max(0, Math.min(fromY, toY) - reach);
        int bottom = (int) Math.min(height - 1, Math.max(fromY, toY) + reach);
        double alongX = toX - fromX;
        double alongY = toY - fromY;
        double length = alongX * alongX + alongY * alongY;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double at = length == 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
                double part = Math.max(0, Math.min(1, at));
                double away = Math.hypot(x - fromX - part * alongX, y - fromY - part * alongY);
                double cover = Math.max(0, Math.min(1, thickness / 2 + 0.5 - away));
                mix(x, y, colour, cover);
            }
        }
    }

    /** Hands the pixels over; nothing may be drawn afterwards. */
    RgbImage picture() {
        return new RgbImage(width, height, pixels);
    }
}
