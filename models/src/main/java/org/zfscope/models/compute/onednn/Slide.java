package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

/** How a window slides over a map. */
public record Slide(Axis vertical, Axis horizontal) {

    /**
     * One direction.
     *
     * @param before positions of padding ahead of the map
     * @param after positions behind the map that the last window reaches, or as negative number those it leaves out
     */
    public record Axis(int kernel, int stride, int dilation, int before, int after) {

        public Axis {
            if (kernel < 1 || stride < 1 || dilation < 1) {
                throw new IllegalArgumentException(
                        say("models.slide.window-kernel-stride-dilation", kernel, stride, dilation));
            }
        }

        /** So many windows over so many positions, whatever that means for the padding behind. */
        public static Axis over(int side, int windows, int kernel, int stride, int dilation, int before) {
            int end = (windows - 1) * stride + (kernel - 1) * dilation + 1;
            return new Axis(kernel, stride, dilation, before, end - before - side);
        }

        /** Positions that one window spans. */
        public int extent() {
            return (kernel - 1) * dilation + 1;
        }

        public int windows(int side) {
            return (side + before + after - extent()) / stride + 1;
        }

        /** Every padding of a stride-1 convolution is a padding of its transpose: what one adds the other takes away. */
        Axis transposed() {
            return new Axis(kernel, 1, dilation, extent() - 1 - before, extent() - 1 - after);
        }
    }

    public static Slide square(int kernel, int stride, int padding) {
        Axis axis = new Axis(kernel, stride, 1, padding, padding);
        return new Slide(axis, axis);
    }

    /** What comes out when {@code channels} maps slide over maps of the given extent. */
    public Extent over(Extent input, int channels) {
        return new Extent(input.batch(), channels, vertical.windows(input.height()), horizontal.windows(input.width()));
    }

    boolean hasStride() {
        return vertical.stride * horizontal.stride > 1;
    }

    /** Whether all paddings are such, none leaves out positions. */
    boolean isPadding() {
        return Math.min(Math.min(vertical.before, vertical.after), Math.min(horizontal.before, horizontal.after)) >= 0;
    }

    Slide transposed() {
        return new Slide(vertical.transposed(), horizontal.transposed());
    }

    long[] kernel() {
        return new long[] {vertical.kernel, horizontal.kernel};
    }

    long[] strides() {
        return new long[] {vertical.stride, horizontal.stride};
    }

    /** oneDNN counts the positions left out between two taps. */
    long[] gaps() {
        return new long[] {vertical.dilation - 1L, horizontal.dilation - 1L};
    }

    long[] before() {
        return new long[] {vertical.before, horizontal.before};
    }

    long[] after() {
        return new long[] {vertical.after, horizontal.after};
    }
}
