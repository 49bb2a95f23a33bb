package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.compute.onednn.Slide.Axis;

class ConvolutionsTest {

    /** A convolution, what it slides over, and how. */
    record Case(String name, FilterShape filters, Extent from, Slide slide) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final OneDnn DNN = new OneDnn();
    private final Samples samples = new Samples(12);

    static List<Case> cases() {
        return List.of(
                of("3x3", 32, 16, 1, 3, new Extent(2, 16, 13, 11), Slide.square(3, 1, 1)),
                of("3x3 deep", 64, 256, 1, 3, new Extent(1, 256, 9, 9), Slide.square(3, 1, 1)),
                of("3x3 on a picture", 16, 3, 1, 3, new Extent(1, 3, 20, 22), Slide.square(3, 1, 1)),
                of("3x3 to three", 3, 32, 1, 3, new Extent(1, 32, 20, 22), Slide.square(3, 1, 1)),
                of("3x3 valid", 32, 48, 1, 3, new Extent(3, 48, 7, 5), Slide.square(3, 1, 0)),
                of("3x3 on one position", 32, 32, 1, 3, new Extent(5, 32, 3, 3), Slide.square(3, 1, 0)),
                of("3x3 odd channels", 21, 37, 1, 3, new Extent(1, 37, 10, 10), Slide.square(3, 1, 1)),
                of("3x3 asymmetric", 16, 16, 1, 3, new Extent(1, 16, 8, 9), axes(3, 3, 1, 1, 0, 1, 2, 0)),
                of("3x3 stride 2", 32, 16, 1, 3, new Extent(2, 16, 14, 13), Slide.square(3, 2, 1)),
                of("3x3 stride 2, lines left", 32, 16, 1, 3, new Extent(1, 16, 10, 10), axes(3, 3, 2, 1, 0, -1, 0, -1)),
                of("3x3 dilated", 32, 16, 1, 3, new Extent(1, 16, 12, 12), axes(3, 3, 1, 2, 2, 2, 2, 2)),
                of("3x3 stride 2, dilated", 16, 16, 1, 3, new Extent(1, 16, 15, 15), axes(3, 3, 2, 2, 1, 1, 1, 1)),
                of("11x11 stride 4", 48, 3, 1, 11, new Extent(1, 3, 51, 51), Slide.square(11, 4, 2)),
                of("5x5 in two groups", 32, 32, 2, 5, new Extent(1, 32, 9, 9), Slide.square(5, 1, 2)),
                of("3x3 in groups of four", 32, 32, 8, 3, new Extent(1, 32, 9, 9), Slide.square(3, 1, 1)),
                of("3x3 in groups, stride 2", 32, 64, 4, 3, new Extent(1, 64, 9, 9), Slide.square(3, 2, 1)),
                of("depthwise", 32, 32, 32, 3, new Extent(2, 32, 9, 9), Slide.square(3, 1, 1)),
                of("depthwise, odd", 20, 20, 20, 3, new Extent(1, 20, 9, 9), Slide.square(3, 1, 1)),
                of("depthwise stride 2", 32, 32, 32, 3, new Extent(1, 32, 9, 9), Slide.square(3, 2, 1)),
                of("depthwise doubled", 32, 16, 16, 3, new Extent(1, 16, 9, 9), Slide.square(3, 1, 1)),
                of("1x1", 32, 48, 1, 1, new Extent(2, 48, 7, 7), Slide.square(1, 1, 0)),
                of("1x1 stride 2", 32, 48, 1, 1, new Extent(1, 48, 7, 7), Slide.square(1, 2, 0)),
                of("1x1 padded", 16, 16, 1, 1, new Extent(1, 16, 5, 5), Slide.square(1, 1, 1)),
                new Case(
                        "1x7",
                        new FilterShape(16, 16, 1, 1, 7),
                        new Extent(1, 16, 8, 9),
                        axes(1, 7, 1, 1, 0, 0, 3, 3)));
    }

    private static Case of(String name, int filters, int channels, int groups, int kernel, Extent from, Slide slide) {
        return new Case(name, new FilterShape(filters, channels, groups, kernel, kernel), from, slide);
    }

    private static Slide axes(int height, int width, int stride, int dilation, int... paddings) {
        return new Slide(
                new Axis(height, stride, dilation, paddings[0], paddings[1]),
                new Axis(width, stride, dilation, paddings[2], paddings[3]));
    }

    @AfterAll
    static void allMemoryIsGivenBack() {
        DNN.close();
        assertThat(DNN.usedBytes()).isZero();
        assertThat(DNN.idleBytes()).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forwardAsTheDefinitionSays(Case c) {
        forward(c, Algorithm.FASTEST, samples.gaussian(c.filters.filters()));
        forward(c, Algorithm.DIRECT, samples.gaussian(c.filters.filters()));
        forward(c, Algorithm.FASTEST, new float[0]);
    }

    private void forward(Case c, Algorithm algorithm, float[] bias) {
        float[] weights = samples.gaussian(c.filters.size());
        float[] in = samples.gaussian(c.from.size());
        double[] expected = Loops.convolution(in, c.from, weights, bias, c.filters, c.slide);
        float ceiling = (float) Arrays.stream(expected).max().orElse(1) * 0.9f;
        Convolutions convolutions = new Convolutions(DNN, algorithm);
        try (FloatPointer w = Samples.outside(weights);
                FloatPointer b = Samples.outside(bias);
                Filters filters = new Filters(DNN, c.filters, w, b);
                Block input = Samples.block(DNN, in, c.from, Order.PLAIN);
                Block out = convolutions.forward(input, filters, c.slide);
                Block positive = convolutions.rectified(input, filters, c.slide, Float.POSITIVE_INFINITY);
                Block clipped = convolutions.rectified(input, filters, c.slide, ceiling)) {
            Samples.assertNear(DNN, out, expected);
            Samples.assertNear(DNN, positive, rectified(expected));
            double[] below = Arrays.stream(expected)
                    .map(v -> Math.min(Math.max(0, v), ceiling))
                    .toArray();
            Samples.assertNear(DNN, clipped, below);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void backIsTheTranspose(Case c) {
        for (Algorithm algorithm : Algorithm.values()) {
            float[] weights = samples.gaussian(c.filters.size());
            Extent above = c.slide.over(c.from, c.filters.filters());
            float[] signal = samples.gaussian(above.size());
            double[] expected = Loops.back(signal, c.from, weights, c.filters, c.slide);
            try (FloatPointer w = Samples.outside(weights);
                    Filters filters = new Filters(DNN, c.filters, w, new FloatPointer());
                    Block from = Samples.block(DNN, signal, above);
                    Block below = new Convolutions(DNN, algorithm)
                            .back(from, filters, c.slide, c.from.height(), c.from.width());
                    Block positive = new Convolutions(DNN, algorithm)
                            .backRectified(from, filters, c.slide, c.from.height(), c.from.width())) {
                assertThat(below.extent()).isEqualTo(c.from);
                Samples.assertNear(DNN, below, expected);
                Samples.assertNear(DNN, positive, rectified(expected));
            }
        }
    }

    private static double[] rectified(double[] values) {
        return Arrays.stream(values).map(v -> Math.max(0, v)).toArray();
    }

    @Test
    void winogradWhereTheMachineHasIt() {
        boolean wide = OneDnn.instructions().startsWith("avx512");
        FilterShape shape = new FilterShape(64, 64, 1, 3, 3);
        Extent maps = new Extent(1, 64, 28, 28);
        Slide slide = Slide.square(3, 1, 1);
        Convolutions fastest = new Convolutions(DNN, Algorithm.FASTEST);
        try (FloatPointer weights = Samples.outside(samples.gaussian(shape.size()));
                Filters filters = new Filters(DNN, shape, weights, new FloatPointer())) {
            String forward = fastest.implementation(maps, filters, slide);
            String back = fastest.backImplementation(maps, filters, slide, 28, 28);
            String free = fastest.backImplementation(maps, filters, Slide.square(3, 1, 0), 30, 30);
            assertThat(List.of(forward, back, free))
                    .allMatch(name -> name.contains("wino") == wide, "Winograd on " + OneDnn.instructions())
                    .allMatch(name -> name.startsWith("jit"));
            assertThat(new Convolutions(DNN, Algorithm.DIRECT).implementation(maps, filters, slide))
                    .startsWith("jit")
                    .doesNotContain("wino");
        }
    }

    @Test
    void largeTilesWhereBothAreThereAndNoneForAFewPositions() {
        Slide slide = Slide.square(3, 1, 1);
        FilterShape shape = new FilterShape(128, 128, 1, 3, 3);
        Convolutions fastest = new Convolutions(DNN, Algorithm.FASTEST);
        try (FloatPointer weights = Samples.outside(samples.gaussian(shape.size()));
                Filters filters = new Filters(DNN, shape, weights, new FloatPointer())) {
            String large = fastest.implementation(new Extent(1, 128, 112, 112), filters, slide);
            assertThat(large.startsWith("jit_wino_4x3"))
                    .isEqualTo(OneDnn.instructions().startsWith("avx512"));
            Extent few = new Extent(1, 128, 7, 7);
            assertThat(List.of(
                            fastest.implementation(few, filters, slide),
                            fastest.backImplementation(few, filters, slide, 7, 7)))
                    .noneMatch(name -> name.contains("wino"));
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void anyOrderIsTaken(Order order) {
        FilterShape shape = new FilterShape(16, 32, 1, 3, 3);
        Extent extent = new Extent(2, 32, 6, 5);
        float[] weights = samples.gaussian(shape.size());
        float[] in = samples.gaussian(extent.size());
        Slide slide = Slide.square(3, 1, 1);
        try (FloatPointer w = Samples.outside(weights);
                Filters filters = new Filters(DNN, shape, w, new FloatPointer());
                Block input = Samples.block(DNN, in, extent, order);
                Block out = new Convolutions(DNN, Algorithm.FASTEST).forward(input, filters, slide)) {
            Samples.assertNear(DNN, out, Loops.convolution(in, extent, weights, new float[0], shape, slide));
        }
    }

    @Test
    void filtersArePreparedOnce() {
        FilterShape shape = new FilterShape(32, 32, 1, 3, 3);
        Slide slide = Slide.square(3, 1, 1);
        Convolutions convolutions = new Convolutions(DNN, Algorithm.FASTEST);
        try (FloatPointer weights = Samples.outside(samples.gaussian(shape.size()));
                Filters filters = new Filters(DNN, shape, weights, new FloatPointer());
                Block maps = Samples.block(DNN, samples.gaussian(32 * 16 * 16), new Extent(1, 32, 16, 16))) {
            convolutions.forward(maps, filters, slide).close();
            long once = filters.preparedBytes();
            convolutions.forward(maps, filters, slide).close();
            assertThat(filters.preparedBytes()).isEqualTo(once).isPositive();
        }
    }
}
