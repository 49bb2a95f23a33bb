package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Slide.Axis;

class PoolingTest {

    /** A pool and what it slides over. */
    record Case(String name, Extent from, Slide slide) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final OneDnn DNN = new OneDnn();
    private final Samples samples = new Samples(13);
    private final MaxPooling pooling = new MaxPooling(DNN);

    static List<Case> cases() {
        return List.of(
                new Case("2x2", new Extent(2, 32, 8, 6), Slide.square(2, 2, 0)),
                new Case("2x2, a line left", new Extent(1, 16, 7, 9), over(7, 3, 9, 4, 2, 2, 0)),
                new Case("2x2 ceil", new Extent(1, 16, 7, 9), over(7, 4, 9, 5, 2, 2, 0)),
                new Case("3x3 overlapping", new Extent(2, 20, 9, 11), Slide.square(3, 2, 0)),
                new Case("3x3 ceil", new Extent(1, 16, 8, 10), over(8, 4, 10, 5, 3, 2, 0)),
                new Case("3x3 padded", new Extent(1, 16, 8, 9), Slide.square(3, 2, 1)),
                new Case("3x3 stride 1", new Extent(1, 16, 6, 6), Slide.square(3, 1, 1)),
                new Case("few channels", new Extent(1, 3, 8, 8), Slide.square(2, 2, 0)),
                new Case("7x7 over all", new Extent(1, 16, 7, 7), Slide.square(7, 1, 0)),
                new Case("17x17: more positions than a byte holds", new Extent(1, 16, 18, 17), Slide.square(17, 1, 0)));
    }

    private static Slide over(int height, int rows, int width, int columns, int kernel, int stride, int before) {
        return new Slide(
                Axis.over(height, rows, kernel, stride, 1, before),
                Axis.over(width, columns, kernel, stride, 1, before));
    }

    @AfterAll
    static void allMemoryIsGivenBack() {
        DNN.close();
        assertThat(DNN.usedBytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void maximaAndSwitches(Case c) {
        for (Order order : List.of(Order.PLAIN, Order.BLOCKS_OF_8, Order.BLOCKS_OF_16)) {
            switches(c, samples.gaussian(c.from.size()), order);
            switches(c, samples.ties(c.from.size()), order);
        }
    }

    private void switches(Case c, float[] in, Order order) {
        int[] expected = Loops.switches(in, c.from, c.slide);
        int area = expected.length / (c.from.batch() * c.from.channels());
        try (Block maps = Samples.block(DNN, in, c.from, order);
                Pooled pooled = pooling.forward(maps, c.slide)) {
            assertThat(pooled.switches().positions(c.from.width())).isEqualTo(expected);
            float[] values = Samples.values(DNN, pooled.values());
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(in[i / area * c.from.area() + expected[i]]);
            }
        }
    }

    @Test
    void dilatedWindows() {
        Axis axis = new Axis(3, 1, 2, 1, 1);
        switches(
                new Case("dilated", new Extent(1, 16, 9, 9), new Slide(axis, axis)),
                samples.ties(16 * 81),
                OneDnn.order());
    }

    @Test
    void negativeMapsAreNotBeatenByPadding() {
        Extent from = new Extent(1, 16, 5, 5);
        float[] in = samples.gaussian(from.size());
        for (int i = 0; i < in.length; i++) {
            in[i] = -1 - Math.abs(in[i]);
        }
        switches(new Case("negative", from, Slide.square(3, 2, 1)), in, OneDnn.order());
    }

    @Test
    void switchesOfWindowsOfNothingButNaNLieInsideTheMaps() {
        Extent from = new Extent(1, 16, 5, 5);
        float[] in = new float[from.size()];
        java.util.Arrays.fill(in, Float.NaN);
        try (Block maps = Samples.block(DNN, in, from);
                Pooled pooled = pooling.forward(maps, Slide.square(3, 2, 1))) {
            for (int position : pooled.switches().positions(from.width())) {
                assertThat(position).isBetween(0, from.area() - 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesThatShareASwitchAddUp(Case c) {
        float[] in = samples.gaussian(c.from.size());
        try (Block maps = Samples.block(DNN, in, c.from);
                Pooled pooled = pooling.forward(maps, c.slide)) {
            Extent above = pooled.values().extent();
            float[] signal = samples.gaussian(above.size());
            try (Block from = Samples.block(DNN, signal, above, Order.PLAIN);
                    Block below = pooling.unpool(from, pooled.switches(), c.from.height(), c.from.width())) {
                Samples.assertNear(
                        DNN, below, Loops.unpool(signal, pooled.switches().positions(c.from.width()), c.from));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void windowsAreUnpooledAsWholeMapsAre(Case c) {
        try (Block maps = Samples.block(DNN, samples.gaussian(c.from.size()), c.from);
                Pooled pooled = pooling.forward(maps, c.slide);
                Block all = Samples.block(
                        DNN,
                        samples.gaussian(pooled.values().extent().size()),
                        pooled.values().extent())) {
            Extent above = all.extent();
            int height = Math.min(2, above.height());
            int width = Math.min(3, above.width());
            int last = c.from.batch() - 1;
            List<Corner> corners = List.of(
                    new Corner(0, 0, 0),
                    new Corner(last, above.height() - height, above.width() - width),
                    new Corner(last, (above.height() - height) / 2, 0));
            try (Block windows = Crop.copy(DNN, all, corners, height, width);
                    Block found = pooling.unpool(windows, pooled.switches(), corners)) {
                for (int seed = 0; seed < corners.size(); seed++) {
                    assertWindow(c, pooled, windows, corners.get(seed), found, seed);
                }
            }
        }
    }

    /** One window alone in a map of zeros gives the same. */
    private void assertWindow(Case c, Pooled pooled, Block windows, Corner corner, Block found, int seed) {
        Extent above = pooled.values().extent();
        Corner back = new Corner(seed, -corner.y(), -corner.x());
        List<Corner> places = java.util.Collections.nCopies(above.batch(), back);
        int top = corner.y() * c.slide.vertical().stride() - c.slide.vertical().before();
        int left = corner.x() * c.slide.horizontal().stride()
                - c.slide.horizontal().before();
        Extent size = found.extent();
        try (Block alone = Crop.copy(DNN, windows, places, above.height(), above.width());
                Block whole = pooling.unpool(alone, pooled.switches(), c.from.height(), c.from.width());
                Block expected = Crop.copy(
                        DNN, whole, List.of(new Corner(corner.picture(), top, left)), size.height(), size.width());
                Block one = Crop.copy(DNN, found, List.of(new Corner(seed, 0, 0)), size.height(), size.width())) {
            assertThat(Samples.values(DNN, one)).isEqualTo(Samples.values(DNN, expected));
        }
    }
}
