package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.text;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.load.onnx.Naive.Sliding;

/** Operators that give maps of another size, in all the ways that operator sets have written them. */
class OnnxGrowthTest {

    private record Case(String name, OnnxModel model, UnaryOperator<double[][][]> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case same(String name, OnnxModel model, UnaryOperator<double[][][]> expected) {
        return new Case(name, model, expected);
    }

    static Stream<Case> cases() {
        return Stream.concat(sizes(), frames());
    }

    private static Stream<Case> sizes() {
        float[] twice = {1, 1, 2, 2};
        AttributeProto scales = AttributeProto.newBuilder()
                .setName("scales")
                .setType(AttributeType.FLOATS)
                .addAllFloats(List.of(1f, 1f, 2f, 2f))
                .build();
        return Stream.of(
                same("Upsample of set 7", picture(7).node("Upsample", "u", List.of("x"), scales), NaiveGrowth::twice),
                same(
                        "Upsample of set 9",
                        picture(9).weights("s", twice, 4).node("Upsample", "u", List.of("x", "s")),
                        NaiveGrowth::twice),
                same(
                        "Resize of set 10",
                        picture(10).weights("s", twice, 4).node("Resize", "u", List.of("x", "s")),
                        NaiveGrowth::twice),
                same(
                        "Resize by scales, PyTorch's nearest",
                        picture(13)
                                .weights("s", twice, 4)
                                .node(
                                        "Resize",
                                        "u",
                                        List.of("x", "", "s"),
                                        text("coordinate_transformation_mode", "asymmetric"),
                                        text("nearest_mode", "floor")),
                        NaiveGrowth::twice),
                same(
                        "Resize to sizes, linear",
                        picture(13)
                                .ints("to", 1, 3, 8, 8)
                                .node("Resize", "u", List.of("x", "", "", "to"), text("mode", "linear")),
                        NaiveGrowth::smoothly),
                same(
                        "Resize of some axes, linear",
                        picture(18)
                                .ints("to", 8, 8)
                                .node(
                                        "Resize",
                                        "u",
                                        List.of("x", "", "", "to"),
                                        ints("axes", List.of(2, 3)),
                                        text("mode", "linear"),
                                        text("coordinate_transformation_mode", "pytorch_half_pixel")),
                        NaiveGrowth::smoothly));
    }

    private static Stream<Case> frames() {
        List<Integer> one = List.of(0, 0, 1, 1, 0, 0, 1, 1);
        return Stream.of(
                same(
                        "Pad of set 7",
                        picture(7).node("Pad", "p", List.of("x"), ints("pads", one), text("mode", "reflect")),
                        in -> framed(in, i -> Math.abs(i) > 3 ? 6 - Math.abs(i) : Math.abs(i))),
                same(
                        "Pad of set 13",
                        picture(13)
                                .ints("p", 0, 0, 1, 1, 0, 0, 1, 1)
                                .node("Pad", "f", List.of("x", "p"), text("mode", "edge")),
                        in -> framed(in, i -> Math.max(0, Math.min(3, i)))),
                same(
                        "Pad of some axes",
                        picture(18)
                                .ints("p", 1, 1, 1, 1)
                                .ints("axes", -2, -1)
                                .node("Pad", "f", List.of("x", "p", "", "axes"), text("mode", "wrap")),
                        in -> framed(in, i -> Math.floorMod(i, 4))),
                same(
                        "Pad that cuts off",
                        picture(13).ints("p", 0, 0, -1, -1, 0, 0, 0, 0).node("Pad", "f", List.of("x", "p")),
                        OnnxGrowthTest::withoutFirst),
                same(
                        "Pad with another number",
                        picture(13)
                                .ints("p", 0, 0, 1, 1, 0, 0, 1, 1)
                                .weights("seven", new float[] {7})
                                .node("Pad", "f", List.of("x", "p", "seven")),
                        in -> framed(in, i -> i >= 0 && i < 4 ? i : -1)));
    }

    private static OnnxModel picture(int opset) {
        return OnnxModel.of(opset, 0, 3, 4, 4);
    }

    /** A frame of one position around maps of 4 x 4; sevens where there is no source. */
    private static double[][][] framed(double[][][] in, IntUnaryOperator source) {
        double[][][] out = new double[in.length][6][6];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 6; x++) {
                    int row = source.applyAsInt(y - 1);
                    int column = source.applyAsInt(x - 1);
                    out[c][y][x] = row < 0 || column < 0 ? 7 : in[c][row][column];
                }
            }
        }
        return out;
    }

    private static double[][][] withoutFirst(double[][][] in) {
        double[][][] out = new double[in.length][3][3];
        for (int c = 0; c < in.length; c++) {
            for (int y = 0; y < 3; y++) {
                for (int x = 0; x < 3; x++) {
                    out[c][y][x] = in[c][y + 1][x + 1];
                }
            }
        }
        return out;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatPlainLoopsGive(Case one, @TempDir Path folder) {
        OnnxRun run = new OnnxRun(folder, one.model);
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            run.gives(i, Naive.flat(one.expected.apply(run.picture(i))));
        }
    }

    @Test
    void aTransposedConvolutionInGroups(@TempDir Path folder) {
        float[] weights = OnnxRun.small(3, 4 * 2 * 9);
        float[] bias = {1, -2, 3, 0};
        OnnxModel model = picture(13)
                .weights("lift", OnnxRun.small(2, 12), 4, 3, 1, 1)
                .weights("w", weights, 4, 2, 3, 3)
                .weights("b", bias, 4)
                .node("Conv", "c", List.of("x", "lift"))
                .node(
                        "ConvTranspose",
                        "t",
                        List.of("c", "w", "b"),
                        integer("group", 2),
                        ints("strides", List.of(2, 2)),
                        ints("pads", List.of(1, 1, 1, 1)),
                        ints("output_padding", List.of(1, 1)));
        OnnxRun run = new OnnxRun(folder, model);
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[][][] lifted = Naive.conv(
                    run.picture(i), filters(OnnxRun.small(2, 12), 4, 3, 1), new double[4], 1, slide(1, 0, 4));
            run.gives(
                    i,
                    Naive.flat(NaiveGrowth.transposed(
                            lifted, filters(weights, 4, 2, 3), new double[] {1, -2, 3, 0}, 2, 2, 1, 8)));
        }
    }

    @Test
    void channelsBecomePixelsByAnOperatorOrByThreeThatTurnTheAxes(@TempDir Path folder) {
        OnnxModel named = deep().node("DepthToSpace", "d", List.of("c"), integer("blocksize", 2), text("mode", "CRD"));
        OnnxModel turned = deep().ints("six", 0, 2, 2, 2, 4, 4)
                .ints("four", 0, 2, 8, 8)
                .node("Reshape", "r", List.of("c", "six"))
                .node("Transpose", "t", List.of("r"), ints("perm", List.of(0, 1, 4, 2, 5, 3)))
                .node("Reshape", "d", List.of("t", "four"));
        for (OnnxModel model : List.of(named, turned)) {
            OnnxRun run = new OnnxRun(folder, model);
            assertThat(run.network.nodes()).hasSize(2);
            assertThat(run.network.output().layer().kind()).isEqualTo("depth-to-space");
            for (int i = 0; i < OnnxRun.BATCH; i++) {
                double[][][] in = Naive.conv(
                        run.picture(i), filters(OnnxRun.small(4, 24), 8, 3, 1), new double[8], 1, slide(1, 0, 4));
                run.gives(i, Naive.flat(NaiveGrowth.shuffled(in)));
            }
        }
    }

    private static OnnxModel deep() {
        return picture(13).weights("w", OnnxRun.small(4, 24), 8, 3, 1, 1).node("Conv", "c", List.of("x", "w"));
    }

    /** Down by a pool, up by a transposed convolution, and what was before the pool beside it. */
    @Test
    void aSmallUNet(@TempDir Path folder) {
        float[] down = OnnxRun.small(5, 2 * 3 * 9);
        float[] up = OnnxRun.small(6, 2 * 2 * 4);
        float[] out = OnnxRun.small(7, 4);
        AttributeProto halves = ints("strides", List.of(2, 2));
        OnnxModel model = picture(11)
                .weights("down", down, 2, 3, 3, 3)
                .weights("up", up, 2, 2, 2, 2)
                .weights("out", out, 1, 4, 1, 1)
                .node("Conv", "c", List.of("x", "down"), ints("pads", List.of(1, 1, 1, 1)))
                .node("Relu", "r", List.of("c"))
                .node("MaxPool", "p", List.of("r"), ints("kernel_shape", List.of(2, 2)), halves)
                .node("ConvTranspose", "t", List.of("p", "up"), halves)
                .node("Concat", "j", List.of("t", "r"), integer("axis", 1))
                .node("Conv", "segments", List.of("j", "out"));
        OnnxRun run = new OnnxRun(folder, model);
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[][][] wide = Naive.each(
                    Naive.conv(run.picture(i), filters(down, 2, 3, 3), new double[2], 1, slide(1, 1, 4)),
                    v -> Math.max(0, v));
            double[][][] low = Naive.maxPool(wide, 2, 2, slide(2, 0, 2));
            double[][][] high = NaiveGrowth.transposed(low, filters(up, 2, 2, 2), new double[2], 1, 2, 0, 4);
            double[][][] joined = NaiveGrowth.joined(high, wide);
            run.gives(i, Naive.flat(Naive.conv(joined, filters(out, 1, 4, 1), new double[1], 1, slide(1, 0, 4))));
        }
    }

    /** Classes at every pixel: low maps brought to the picture's size as dynamic sizes say, which is folded. */
    @Test
    void aSegmentationHead(@TempDir Path folder) {
        float[] down = OnnxRun.small(8, 2 * 3 * 4);
        OnnxModel model = OnnxModel.of(13, 0, 3, 0, 0)
                .weights("down", down, 2, 3, 2, 2)
                .ints("two", 2)
                .ints("four", 4)
                .ints("zero", 0)
                .node("Conv", "c", List.of("x", "down"), ints("strides", List.of(2, 2)))
                .node("Shape", "all", List.of("x"))
                .node("Slice", "size", List.of("all", "two", "four", "zero"))
                .node("Shape", "low", List.of("c"))
                .node("Slice", "front", List.of("low", "zero", "two", "zero"))
                .node("Concat", "to", List.of("front", "size"), integer("axis", 0))
                .node("Resize", "up", List.of("c", "", "", "to"), text("mode", "linear"))
                .node("Softmax", "classes", List.of("up"), integer("axis", 1));
        OnnxRun run = new OnnxRun(folder, model);
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            double[][][] low = Naive.conv(run.picture(i), filters(down, 2, 3, 2), new double[2], 1, slide(2, 0, 4));
            double[][][] high = NaiveGrowth.smoothly(low);
            double[][][] classes = new double[2][8][8];
            for (int y = 0; y < 8; y++) {
                for (int x = 0; x < 8; x++) {
                    classes[0][y][x] = 1 / (1 + Math.exp(high[1][y][x] - high[0][y][x]));
                    classes[1][y][x] = 1 - classes[0][y][x];
                }
            }
            run.gives(i, Naive.flat(classes));
        }
    }

    private static Sliding slide(int stride, int pad, int side) {
        return new Sliding(stride, stride, pad, pad, 1, 1, side, side);
    }

    private static double[][][][] filters(float[] values, int filters, int channels, int kernel) {
        double[][][][] all = new double[filters][][][];
        for (int f = 0; f < filters; f++) {
            all[f] = Naive.maps(values, f * channels * kernel * kernel, channels, kernel, kernel);
        }
        return all;
    }
}
