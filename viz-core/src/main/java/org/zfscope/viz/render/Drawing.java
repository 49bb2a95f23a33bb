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
    private final Lettering lettering;

    /** How text becomes pixels; as vectors it is always set in {@link Sans}. */
    enum Lettering {
        /** This package's own dots. */
        DOTS,
        /** {@link Sans}. */
        SANS
    }

    Drawing(int width, int height, List<Mark> marks) {
        this(width, height, marks, Lettering.DOTS);
    }

    private Drawing(int width, int height, List<Mark> marks, Lettering lettering) {
        this.width = width;
        this.height = height;
        this.marks = List.copyOf(marks);
        this.lettering = lettering;
    }

    /** The same with letters that have curves, as pixels too. */
    public Drawing lettered() {
        return new Drawing(width, height, marks, Lettering.SANS);
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
        return picture(lettering);
    }

    /** As pixels, with that lettering in all its parts. */
    RgbImage picture(Lettering letters) {
        return isPicture() ? ((Mark.Pixels) marks.get(0)).picture() : Raster.of(this, letters);
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
        return zoom == 1 ? this : within((long) width * zoom, (long) height * zoom, 0, 0, zoom, 0);
    }

    /** In the middle of a larger rectangle of one colour. */
    public Drawing centred(int wide, int high, int colour) {
        return within(wide, high, (wide - width) / 2, (high - height) / 2, 1, colour);
    }

    /** With so much of a colour below it that it is that high. */
    public Drawing lengthened(int higher, int colour) {
        return higher <= height ? this : within(width, higher, 0, 0, 1, colour);
    }

    private Drawing within(long wide, long high, int x, int y, int zoom, int colour) {
        Canvas canvas = new Canvas(wide, high, colour);
        canvas.draw(this, x, y, zoom);
        return canvas.drawing();
    }
}
