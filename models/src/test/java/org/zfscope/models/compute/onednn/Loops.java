package org.zfscope.models.compute.onednn;

import org.zfscope.models.compute.onednn.Slide.Axis;

/** What the operations must give, in plain loops over doubles and straight from the definitions. All in plain order. */
final class Loops {

    /** One product of a convolution: input and output positions and the weight's. */
    @FunctionalInterface
    private interface Tap {
        void visit(int below, int above, int weight);
    }

    /** One position of one window. */
    @FunctionalInterface
    private interface Place {
        void visit(int below, int above, int inWindow);
    }

    private Loops() {}

    static double[] convolution(
            float[] in, Extent from, float[] weights, float[] bias, FilterShape filters, Slide slide) {
        Extent to = slide.over(from, filters.filters());
        double[] out = new double[to.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = bias.length == 0 ? 0 : bias[i / to.area() % filters.filters()];
        }
        taps(from, filters, slide, (below, above, weight) -> out[above] += (double) in[below] * weights[weight]);
        return out;
    }

    static double[] back(float[] signal, Extent below, float[] weights, FilterShape filters, Slide slide) {
        double[] out = new double[below.size()];
        taps(below, filters, slide, (b, above, weight) -> out[b] += (double) signal[above] * weights[weight]);
        return out;
    }

    private static void taps(Extent from, FilterShape filters, Slide slide, Tap tap) {
        Extent to = slide.over(from, filters.filters());
        int depth = filters.channels() / filters.groups();
        int each = filters.filters() / filters.groups();
        places(new Extent(from.batch(), 1, from.height(), from.width()), slide, (below, above, inWindow) -> {
            int picture = above / to.area();
            for (int o = 0; o < filters.filters(); o++) {
                for (int c = 0; c < depth; c++) {
                    int channel = o / each * depth + c;
                    tap.visit(
                            (picture * from.channels() + channel) * from.area() + below % from.area(),
                            (picture * to.channels() + o) * to.area() + above % to.area(),
                            (o * depth + c) * filters.height() * filters.width() + inWindow);
                }
            }
        });
    }

    /** For each output of a max pool the position in its map of the first of the largest. */
    static int[] switches(float[] in, Extent from, Slide slide) {
        int[] at = new int[slide.over(from, from.channels()).size()];
        java.util.Arrays.fill(at, -1);
        places(from, slide, (below, above, inWindow) -> {
            int map = below / from.area() * from.area();
            if (at[above] < 0 || in[below] > in[map + at[above]]) {
                at[above] = below - map;
            }
        });
        return at;
    }

    static double[] unpool(float[] signal, int[] switches, Extent below) {
        double[] out = new double[below.size()];
        int area = signal.length / (below.batch() * below.channels());
        for (int i = 0; i < signal.length; i++) {
            out[i / area * below.area() + switches[i]] += signal[i];
        }
        return out;
    }

    private static void places(Extent from, Slide slide, Place place) {
        Axis v = slide.vertical();
        Axis h = slide.horizontal();
        Extent to = slide.over(from, from.channels());
        for (int above = 0; above < to.size(); above++) {
            int y = above % to.area() / to.width() * v.stride() - v.before();
            int x = above % to.width() * h.stride() - h.before();
            for (int k = 0; k < v.kernel() * h.kernel(); k++) {
                int row = y + k / h.kernel() * v.dilation();
                int column = x + k % h.kernel() * h.dilation();
                if (row >= 0 && row < from.height() && column >= 0 && column < from.width()) {
                    place.visit(above / to.area() * from.area() + row * from.width() + column, above, k);
                }
            }
        }
    }
}
