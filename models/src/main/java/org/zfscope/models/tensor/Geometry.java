package org.zfscope.models.tensor;

import static org.zfscope.models.words.Words.say;

/**
 * How a window slides over a map, for convolutions and pools. With ceil rounding, a last window that is only partly
 * inside is used too, as in Caffe, provided that it starts inside the map or its leading padding.
 */
public record Geometry(Axis vertical, Axis horizontal) {

    /** One direction. {@code before} and {@code after} are the paddings at the two ends. */
    public record Axis(int kernel, int stride, int before, int after, int dilation, boolean ceil) {

        public Axis {
            if (kernel < 1 || stride < 1 || before < 0 || after < 0 || dilation < 1) {
                throw new IllegalArgumentException(
                        say("models.geometry.window-kernel-stride-padding", kernel, stride, before, after, dilation));
            }
        }

        public static Axis of(int kernel, int stride, int padding) {
            return new Axis(kernel, stride, padding, padding, 1, false);
        }

        /** Positions that one window spans. */
        public int extent() {
            return Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
        }

        /** Windows that fit along {@code side} positions. */
        public int windows(int side) {
            int free = Math.addExact(side, Math.addExact(before, after)) - extent();
            if (free < 0 && !(ceil && free > -stride)) {
                throw new IllegalArgumentException(
                        say("models.geometry.window-does-fit-into", extent(), side, before, after));
            }
            int count = (ceil ? -Math.floorDiv(-free, stride) : free / stride) + 1;
            return ceil && (count - 1) * stride >= side + before ? count - 1 : count;
        }

        /** The first position that window i covers; negative in the padding. */
        public int start(int i) {
            return i * stride - before;
        }

        /** The first position that window i covers behind the leading padding. */
        public int firstInside(int i) {
            int start = start(i);
            return start >= 0 ? start : start - Math.floorDiv(start, dilation) * dilation;
        }

        private void requireContent(int side) {
            for (int i = 0; i < windows(side); i++) {
                if (firstInside(i) >= Math.min(side, start(i) + extent())) {
                    throw new IllegalArgumentException(
                            say("models.geometry.window-pool-lies-wholly", i, before, after, side));
                }
            }
        }
    }

    public static Geometry square(int kernel, int stride, int padding) {
        return new Geometry(Axis.of(kernel, stride, padding), Axis.of(kernel, stride, padding));
    }

    public Geometry ceil() {
        return new Geometry(ceil(vertical), ceil(horizontal));
    }

    private static Axis ceil(Axis a) {
        return new Axis(a.kernel, a.stride, a.before, a.after, a.dilation, true);
    }

    /** The output's shape when {@code channels} maps slide over maps of the given shape. */
    public Shape over(Shape input, int channels) {
        return new Shape(channels, vertical.windows(input.height()), horizontal.windows(input.width()));
    }

    /** The same for a pool, whose windows must each hold a part of the map. */
    public Shape pooled(Shape input) {
        vertical.requireContent(input.height());
        horizontal.requireContent(input.width());
        return over(input, input.channels());
    }

    /** What the windows of the given outputs cover. */
    public Window reach(Window output) {
        return new Window(
                vertical.start(output.y()),
                horizontal.start(output.x()),
                (output.height() - 1) * vertical.stride + vertical.extent(),
                (output.width() - 1) * horizontal.stride + horizontal.extent());
    }
}
