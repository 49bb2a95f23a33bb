package org.zfscope.models.naive;

import org.zfscope.models.tensor.Geometry.Axis;

/** A window that slides along one side of a map. */
record Slide(Axis axis, int side) {

    /** Slides on until a window no longer fits, or, with ceil rounding, until one would add nothing. */
    int windows() {
        int count = 0;
        while (fits(count) || addsRest(count)) {
            count++;
        }
        return count;
    }

    private boolean fits(int window) {
        return end(window) <= side + axis.after();
    }

    private boolean addsRest(int window) {
        boolean somethingLeft = window == 0 || end(window - 1) < side + axis.after();
        return axis.ceil() && somethingLeft && position(window, 0) < side;
    }

    private int end(int window) {
        return position(window, axis.kernel() - 1) + 1;
    }

    /** Which position of the map a window's tap lies on; it may be outside. */
    int position(int window, int tap) {
        return window * axis.stride() - axis.before() + tap * axis.dilation();
    }

    boolean holds(int position) {
        return position >= 0 && position < side;
    }

    /** Whether the position is in the map or in its padding. */
    boolean holdsPadded(int position) {
        return position >= -axis.before() && position < side + axis.after();
    }
}
