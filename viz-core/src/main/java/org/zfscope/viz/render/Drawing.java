package org.zfscope.viz.render;

import java.util.List;
import org.zfscope.models.image.RgbImage;

/**
 * What a figure is made of, in the order in which it is drawn: letters, lines and rectangles, and pictures. It becomes
 * pixels here, and vectors in {@link Svg} and {@link Pdf}; no figure knows which. It has no more pixels than a
 * {@link Canvas} may have.
 */
public final class Drawing {

    private final int width;
    private final int height;
    private final List<Mark> marks;

    Drawing(int width, int height, List<Mark> marks) {
        this.width = width;
        this.height = height;
        this.marks = List.copyOf(marks);
    }

    /** A picture and nothing else. */
    public static Drawing of(RgbImage picture) {
        return new Drawing(picture.width(), picture.height(), List.of(new Mark.Pixels(picture, 0, 0, 1)));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    List<Mark> marks() {
        return marks;
    }

    /** As pixels. */
    public RgbImage picture() {
        return isPicture() ? ((Mark.Pixels) marks.get(0)).picture() : Raster.of(this);
    }

    private boolean isPicture() {
        return marks.size() == 1 && marks.get(0) instanceof Mark.Pixels;
    }

    /**
     * Each pixel that many wide and high.
     *
     * @throws org.zfscope.models.io.InputException if it would be unreasonably large
     */
    public Drawing enlarged(int zoom) {
        return zoom == 1 ? this : within((long) width * zoom, (long) height * zoom, zoom, 0);
    }

    /** With so much of a colour below it that it is that high. */
    public Drawing lengthened(int higher, int colour) {
        return higher <= height ? this : within(width, higher, 1, colour);
    }

    private Drawing within(long wide, long high, int zoom, int colour) {
        Canvas canvas = new Canvas(wide, high, colour);
        canvas.draw(this, 0, 0, zoom);
        return canvas.drawing();
    }
}
