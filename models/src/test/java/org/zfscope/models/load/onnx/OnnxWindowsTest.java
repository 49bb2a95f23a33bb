package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.load.onnx.Naive.Sliding;

/** Convolutions and pools against plain loops; where windows lie was worked out by hand from the ONNX texts. */
class OnnxWindowsTest {

    /** One way to slide; {@code expected} is what it must come to. */
    private record Case(
            String name,
            int height,
            int width,
            int kernelY,
            int kernelX,
            Sliding expected,
            int groups,
            AttributeProto... attributes) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case slide(
            String name,
            int height,
            int width,
            int kernelY,
            int kernelX,
            Sliding expected,
            int groups,
            AttributeProto... attributes) {
        return new Case(name, height, width, kernelY, kernelX, expected, groups, attributes);
    }

    private static Stream<Case> windows() {
        AttributeProto two = ints("strides", List.of(2, 2));
        return Stream.of(
                slide("bare", 7, 6, 3, 2, new Sliding(1, 1, 0, 0, 1, 1, 5, 5), 1),
                slide("padded", 7, 6, 3, 3, new Sliding(1, 1, 1, 1, 1, 1, 7, 6), 1, ints("pads", List.of(1, 1, 1, 1))),
                slide(
                        "asymmetric",
                        5,
                        5,
                        3,
                        3,
                        new Sliding(2, 2, 0, 1, 1, 1, 3, 3),
                        1,
                        two,
                        ints("pads", List.of(0, 1, 2, 2))),
                slide(
                        "strides of their own",
                        7,
                        6,
                        3,
                        2,
                        new Sliding(2, 1, 0, 0, 1, 1, 3, 5),
                        1,
                        ints("strides", List.of(2, 1))),
                slide(
                        "dilated",
                        7,
                        6,
                        3,
                        2,
                        new Sliding(1, 1, 1, 0, 2, 3, 5, 3),
                        1,
                        ints("dilations", List.of(2, 3)),
                        ints("pads", List.of(1, 0, 1, 0))),
                slide(
                        "upper, even rest",
                        5,
                        5,
                        3,
                        3,
                        new Sliding(2, 2, 1, 1, 1, 1, 3, 3),
                        1,
                        two,
                        text("auto_pad", "SAME_UPPER")),
                slide(
                        "upper, odd rest",
                        6,
                        6,
                        3,
                        3,
                        new Sliding(2, 2, 0, 0, 1, 1, 3, 3),
                        1,
                        two,
                        text("auto_pad", "SAME_UPPER")),
                slide(
                        "lower, odd rest",
                        6,
                        6,
                        3,
                        3,
                        new Sliding(2, 2, 1, 1, 1, 1, 3, 3),
                        1,
                        two,
                        text("auto_pad", "SAME_LOWER")),
                slide(
                        "upper, dilated",
                        5,
                        5,
                        3,
                        2,
                        new Sliding(1, 1, 2, 1, 2, 3, 5, 5),
                        1,
                        ints("dilations", List.of(2, 3)),
                        text("auto_pad", "SAME_UPPER")),
                slide("valid", 6, 7, 3, 2, new Sliding(2, 2, 0, 0, 1, 1, 2, 3), 1, two, text("auto_pad", "VALID")));
    }

    private static Stream<Case> convolutions() {
        AttributeProto three = integer("group", 3);
        return Stream.concat(
                windows(),
                Stream.of(
                        slide("a group a channel", 5, 6, 3, 3, new Sliding(1, 1, 0, 0, 1, 1, 3, 4), 3, three),
                        slide(
                                "groups, asymmetric",
                                5,
                                5,
                                3,
                                3,
                                new Sliding(2, 2, 0, 1, 1, 1, 3, 3),
                                3,
                                three,
                                ints("strides", List.of(2, 2)),
                                ints("pads", List.of(0, 1, 2, 2)))));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void convolutionsSlideAsTheirAttributesSay(Case c, @TempDir Path folder) {
        int perFilter = 3 / c.groups;
        float[] weights = OnnxRun.small(2, 6 * perFilter * c.kernelY * c.kernelX);
        OnnxRun run = new OnnxRun(
                folder,
                OnnxModel.of(13, 0, 3, c.height, c.width)
                        .weights("w", weights, 6, perFilter, c.kernelY, c.kernelX)
                        .weights("b", OnnxRun.small(3, 6), 6)
                        .node("Conv", "conv", List.of("x", "w", "b"), c.attributes));
        double[][][][] filters = new double[6][][][];
        for (int f = 0; f < 6; f++) {
            filters[f] = Naive.maps(weights, f * perFilter * c.kernelY * c.kernelX, perFilter, c.kernelY, c.kernelX);
        }
        double[] bias = Naive.flat(Naive.maps(OnnxRun.small(3, 6), 0, 6, 1, 1));
        assertThat(run.shape.height()).isEqualTo(c.expected.height());
        assertThat(run.shape.width()).isEqualTo(c.expected.width());
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            run.gives(i, Naive.flat(Naive.conv(run.picture(i), filters, bias, c.groups, c.expected)));
        }
    }

    private static Stream<Case> maxPools() {
        AttributeProto two = ints("strides", List.of(2, 2));
        AttributeProto ceil = integer("ceil_mode", 1);
        return Stream.concat(
                windows(),
                Stream.of(
                        slide(
                                "a last window partly inside",
                                6,
                                7,
                                3,
                                3,
                                new Sliding(2, 2, 0, 0, 1, 1, 3, 3),
                                1,
                                two,
                                ceil),
                        slide(
                                "no window that starts outside",
                                3,
                                4,
                                2,
                                2,
                                new Sliding(3, 3, 0, 0, 1, 1, 1, 2),
                                1,
                                ints("strides", List.of(3, 3)),
                                ceil),
                        slide(
                                "padded, a last window partly inside",
                                5,
                                6,
                                3,
                                3,
                                new Sliding(2, 2, 1, 1, 1, 1, 3, 4),
                                1,
                                two,
                                ceil,
                                ints("pads", List.of(1, 1, 1, 1)))));
    }

    @ParameterizedTest
    @MethodSource("maxPools")
    void maxPoolsTakeTheStrongestInsideTheMap(Case c, @TempDir Path folder) {
        List<AttributeProto> all = new ArrayList<>(List.of(c.attributes));
        all.add(ints("kernel_shape", List.of(c.kernelY, c.kernelX)));
        OnnxRun run = new OnnxRun(
                folder,
                OnnxModel.of(13, 0, 3, c.height, c.width)
                        .node("MaxPool", "pool", List.of("x"), all.toArray(AttributeProto[]::new)));
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            run.gives(i, Naive.flat(Naive.maxPool(run.picture(i), c.kernelY, c.kernelX, c.expected)));
        }
    }

    private OnnxRun averageOfARow(Path folder, AttributeProto... more) {
        List<AttributeProto> all = new ArrayList<>(List.of(more));
        all.add(ints("kernel_shape", List.of(1, 3)));
        all.add(ints("strides", List.of(1, 2)));
        all.add(ints("pads", List.of(0, 1, 0, 1)));
        return new OnnxRun(
                folder,
                OnnxModel.of(13, 0, 1, 1, 4)
                        .node("AveragePool", "pool", List.of("x"), all.toArray(AttributeProto[]::new)));
    }

    /** Windows over a b c d: (pad a b), (b c d), and under ceil (d pad beyond). */
    @Test
    void averagePoolsCountWhatIsInsideTheMap(@TempDir Path folder) {
        OnnxRun run = averageOfARow(folder, integer("ceil_mode", 1));
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[] row = run.picture(i)[0][0];
            run.gives(i, new double[] {(row[0] + row[1]) / 2, (row[1] + row[2] + row[3]) / 3, row[3]});
        }
    }

    @Test
    void averagePoolsCountPaddingWhenTold(@TempDir Path folder) {
        OnnxRun run = averageOfARow(folder, integer("count_include_pad", 1));
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[] row = run.picture(i)[0][0];
            run.gives(i, new double[] {(row[0] + row[1]) / 3, (row[1] + row[2] + row[3]) / 3});
        }
    }

    @Test
    void averagePoolsNeverCountWhatIsBeyondThePadding(@TempDir Path folder) {
        OnnxRun run = averageOfARow(folder, integer("count_include_pad", 1), integer("ceil_mode", 1));
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[] row = run.picture(i)[0][0];
            run.gives(i, new double[] {(row[0] + row[1]) / 3, (row[1] + row[2] + row[3]) / 3, row[3] / 2});
        }
    }
}
