package org.zfscope.viz.render;

import java.util.Arrays;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Drawing.Lettering;

/** A drawing as pixels, row by row. What lies outside is left away. */
final class Raster {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final Lettering lettering;

    private Raster(Drawing drawing, Lettering lettering) {
        this.lettering = lettering;
        this.width = drawing.width();
        this.height = drawing.height();
        this.pixels = new int[width * height];
        drawing.marks().forEach(this::draw);
    }

    /** All marks, one over the other. */
    static RgbImage of(Drawing drawing, Lettering lettering) {
        return new RgbImage(drawing.width(), drawing.height(), new Raster(drawing, lettering).pixels);
    }

    private void draw(Mark mark) {
        if (mark instanceof Mark.Fill f) {
            fill(f.x(), f.y(), f.width(), f.height(), f.colour());
        } else if (mark instanceof Mark.Line l) {
            line(l);
        } else if (mark instanceof Mark.Pixels p) {
            draw(p.picture(), p.x(), p.y(), p.zoom());
        } else if (mark instanceof Mark.Words w) {
            words(w);
        } else if (mark instanceof Mark.Cross c) {
            cross(c);
        } else if (mark instanceof Mark.Part p) {
            draw(p.drawing().picture(lettering), p.x(), p.y(), p.zoom());
        }
    }

    private void words(Mark.Words w) {
        if (lettering == Lettering.DOTS) {
            w.line().draw(this, w.x(), w.y(), w.colour());
            return;
        }
        Sans.Line set = Sans.get().set(w.line());
        double x = w.anchor().of(w.x(), w.line().width() - set.width());
        for (Sans.Piece piece : set.pieces()) {
            set.ink(piece).draw(this, (int) Math.round(x), w.y() + w.line().above(), w.colour());
            x += set.width(piece);
        }
    }

    void fill(int x, int y, int w, int h, int colour) {
        int left = Math.max(0, x);
        int right = Math.min(width, x + w);
        for (int row = Math.max(0, y); row < Math.min(height, y + h) && left < right; row++) {
            Arrays.fill(pixels, row * width + left, row * width + right, colour);
        }
    }

    /** Draws a picture; each of its pixels becomes a square of {@code zoom} by {@code zoom}. */
    private void draw(RgbImage picture, int x, int y, int zoom) {
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

    /** With soft edges. */
    private void line(Mark.Line l) {
        double reach = l.thickness() / 2 + 1;
        int left = (int) Math.max(0, Math.min(l.fromX(), l.toX()) - reach);
        int right = (int) Math.min(width - 1, Math.max(l.fromX(), l.toX()) + reach);
        int top = (int) Math.max(0, Math.min(l.fromY(), l.toY()) - reach);
        int bottom = (int) Math.min(height - 1, Math.max(l.fromY(), l.toY()) + reach);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double cover = Math.max(0, Math.min(1, l.thickness() / 2 + 0.5 - away(l, x, y)));
                mix(x, y, l.colour(), cover);
            }
        }
    }

    private static double away(Mark.Line l, int x, int y) {
        double alongX = l.toX() - l.fromX();
        double alongY = l.toY() - l.fromY();
        double length = alongX * alongX + alongY * alongY;
        double at = length == 0 ? 0 : ((x - l.fromX()) * alongX + (y - l.fromY()) * alongY) / length;
        double part = Math.max(0, Math.min(1, at));
        return Math.hypot(x - l.fromX() - part * alongX, y - l.fromY() - part * alongY);
    }

    private void cross(Mark.Cross c) {
        for (int i = -c.arm(); i <= c.arm(); i++) {
            fill(c.x() + i, c.y() + i, c.stroke(), 1, c.colour());
            fill(c.x() + i, c.y() - i, c.stroke(), 1, c.colour());
        }
    }
}
