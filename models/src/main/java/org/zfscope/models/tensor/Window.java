package org.zfscope.models.tensor;

/** A rectangle of positions in a map: rows y to y+height-1, columns x to x+width-1. It may hang over the map's border. */
public record Window(int y, int x, int height, int width) {

    public static Window at(int y, int x) {
        return new Window(y, x, 1, 1);
    }

    public static Window whole(Shape shape) {
        return new Window(0, 0, shape.height(), shape.width());
    }

    public int bottom() {
        return y + height;
    }

    public int right() {
        return x + width;
    }

    /** The smallest window that holds both. */
    public Window union(Window other) {
        int top = Math.min(y, other.y);
        int left = Math.min(x, other.x);
        return new Window(top, left, Math.max(bottom(), other.bottom()) - top, Math.max(right(), other.right()) - left);
    }

    /** The part inside a map of the given shape; height or width is 0 where nothing is inside. */
    public Window clip(Shape map) {
        int top = Math.max(0, y);
        int left = Math.max(0, x);
        return new Window(
                top,
                left,
                Math.max(0, Math.min(bottom(), map.height()) - top),
                Math.max(0, Math.min(right(), map.width()) - left));
    }

    /** A window of the given size, or of the map's where that is smaller, which holds as much of this one as it can and lies inside the map. */
    public Window fit(int fitHeight, int fitWidth, Shape map) {
        int h = Math.min(fitHeight, map.height());
        int w = Math.min(fitWidth, map.width());
        return new Window(Math.max(0, Math.min(y, map.height() - h)), Math.max(0, Math.min(x, map.width() - w)), h, w);
    }

    public boolean contains(Window other) {
        return y <= other.y && x <= other.x && bottom() >= other.bottom() && right() >= other.right();
    }

    /** The pixels of these positions where each stands for a block of pixels. */
    public Window times(int block) {
        return new Window(y * block, x * block, height * block, width * block);
    }

    /** Where position (y, x) of a map lies in an array of this window, row by row. */
    public int index(int row, int column) {
        return (row - y) * width + column - x;
    }

    /**
     * Copies what this window and another one of the same map share.
     *
     * @param in this window's values, [height, width]
     * @param out the other one's, [height, width]; what is not shared stays as it is
     */
    public void copy(float[] in, float[] out, Window to) {
        int top = Math.max(y, to.y);
        int left = Math.max(x, to.x);
        int shared = Math.min(right(), to.right()) - left;
        for (int row = top; row < Math.min(bottom(), to.bottom()) && shared > 0; row++) {
            System.arraycopy(in, index(row, left), out, to.index(row, left), shared);
        }
    }
}
