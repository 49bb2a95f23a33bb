package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** How the settings of a convolution or a pool describe a sliding window: {@code kernel_size}, or {@code kernel_h} and {@code kernel_w}. */
final class CaffeWindow {

    private static final int ROWS = 0;
    private static final int COLUMNS = 1;
    private static final int MAX_SIDE = 10_000;

    private final CaffeMessage settings;

    CaffeWindow(CaffeMessage settings) {
        this.settings = settings;
    }

    int height() {
        return side("kernel_size", "kernel_h", ROWS, 0);
    }

    int width() {
        return side("kernel_size", "kernel_w", COLUMNS, 0);
    }

    /** Windows that lie inside the padded maps. */
    Geometry floor() {
        return new Geometry(axis(ROWS, height(), "h"), axis(COLUMNS, width(), "w"));
    }

    /** Caffe's pools round up; newer forks can be told not to. */
    Geometry pool() {
        boolean up = settings.choice("round_mode", "CEIL", "FLOOR").equals("CEIL") && settings.flag("ceil_mode", true);
        return up ? floor().ceil() : floor();
    }

    /** The size of the padded maps is checked before anybody makes them. */
    Geometry bounded(Geometry geometry, Shape input) {
        CaffeLayers.requireBounded(
                input.channels(),
                (long) input.height()
                        + geometry.vertical().before()
                        + geometry.vertical().after(),
                (long) input.width()
                        + geometry.horizontal().before()
                        + geometry.horizontal().after());
        return geometry;
    }

    private Axis axis(int i, int kernel, String direction) {
        int pad = side("pad", "pad_" + direction, i, 0);
        return new Axis(
                kernel, side("stride", "stride_" + direction, i, 1), pad, pad, side("dilation", "", i, 1), false);
    }

    /** One number goes for both directions; two are height and width. */
    private int side(String both, String one, int i, int absent) {
        List<Integer> values = settings.integers(both);
        int value = settings.has(one)
                ? settings.integer(one, absent)
                : values.isEmpty() ? absent : values.get(values.size() == 1 ? 0 : Math.min(i, values.size() - 1));
        if (value < 0 || value > MAX_SIDE || values.size() > 2) {
            throw new IllegalArgumentException(say("models.caffe-window.side", both, MAX_SIDE, settings.texts(both)));
        }
        return value;
    }
}
