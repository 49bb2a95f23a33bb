package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.expect;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.NodeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.SelectChannels;

/** Parts of maps, in any order, and what is worked out on the way to them. */
class OnnxSelectionsTest {

    private final Path folder;

    OnnxSelectionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static OnnxModel maps(int channels, int height, int width) {
        return OnnxModel.of(18, 0, 3, height, width)
                .weights("w", OnnxRun.small(3, channels * 3), channels, 3, 1, 1)
                .node("Conv", "c", List.of("x", "w"));
    }

    private static OnnxModel slice(
            OnnxModel model, List<Long> start, List<Long> end, List<Long> axes, List<Long> steps) {
        return model.ints("start", array(start))
                .ints("end", array(end))
                .ints("axes", array(axes))
                .ints("steps", array(steps))
                .node("Slice", "a", List.of("x", "start", "end", "axes", "steps"));
    }

    private static long[] array(List<Long> values) {
        return values.stream().mapToLong(v -> v).toArray();
    }

    private static List<Layer> layers(OnnxRun run) {
        return run.network.nodes().stream().map(node -> node.layer()).toList();
    }

    @Test
    void slicesOfChannelsRowsAndColumns() {
        OnnxModel channels = slice(OnnxModel.of(13, 0, 3, 2, 2), List.of(1L), List.of(9L), List.of(1L), List.of(1L));
        OnnxModel strided = slice(
                OnnxModel.of(13, 0, 3, 4, 5), List.of(0L, -1L), List.of(4L, -9L), List.of(2L, 3L), List.of(2L, -2L));

        expect(new OnnxRun(folder, channels), m -> Naive.flat(new double[][][] {m[1], m[2]}));
        expect(new OnnxRun(folder, strided), m -> {
            double[][][] out = new double[3][2][3];
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < 2; y++) {
                    for (int x = 0; x < 3; x++) {
                        out[c][y][x] = m[c][2 * y][4 - 2 * x];
                    }
                }
            }
            return Naive.flat(out);
        });
    }

    @Test
    void splitsBySizesAndByCount() {
        OnnxModel sizes = OnnxModel.of(13, 0, 3, 2, 2).ints("sizes", 1, 2);
        OnnxModel count = OnnxModel.of(18, 0, 3, 2, 2);
        split(sizes, List.of("x", "sizes"), integer("axis", 1));
        split(count, List.of("x"), integer("axis", 1), integer("num_outputs", 2));

        expect(new OnnxRun(folder, sizes.output("q")), m -> Naive.flat(new double[][][] {m[1], m[2]}));
        expect(new OnnxRun(folder, count.output("q")), m -> Naive.flat(new double[][][] {m[2]}));
    }

    private static void split(OnnxModel model, List<String> inputs, onnx.Onnx.AttributeProto... attributes) {
        model.graph.addNode(NodeProto.newBuilder()
                .setOpType("Split")
                .setName("s")
                .addAllInput(inputs)
                .addOutput("p")
                .addOutput("q")
                .addAllAttribute(Arrays.asList(attributes)));
    }

    /** As torchvision's inception scales its input. */
    @Test
    void oneChannelTakenOutScaledAndPutBack() {
        OnnxModel model = OnnxModel.of(13, 0, 3, 2, 2)
                .initializer(OnnxModel.floats("half", new float[] {0.5f}))
                .ints("one", 1);
        for (int c = 0; c < 3; c++) {
            model.initializer(scalar("i" + c, c))
                    .node("Gather", "g" + c, List.of("x", "i" + c), integer("axis", 1))
                    .node("Unsqueeze", "u" + c, List.of("g" + c, "one"))
                    .node("Mul", "m" + c, List.of("u" + c, "half"));
        }
        OnnxRun run = new OnnxRun(folder, model.node("Concat", "a", List.of("m2", "m1", "m0"), integer("axis", 1)));

        expect(run, m -> Naive.flat(Naive.each(new double[][][] {m[2], m[1], m[0]}, v -> v / 2)));
    }

    private static onnx.Onnx.TensorProto scalar(String name, long value) {
        return onnx.Onnx.TensorProto.newBuilder()
                .setName(name)
                .setDataType(onnx.Onnx.TensorProto.DataType.INT64.getNumber())
                .addInt64Data(value)
                .build();
    }

    @Test
    void aChannelShuffleIsOneLayer() {
        OnnxModel model = maps(6, 2, 2)
                .ints("five", 0, 2, 3, 2, 2)
                .ints("four", 0, 6, 2, 2)
                .node("Reshape", "r", List.of("c", "five"))
                .node("Transpose", "t", List.of("r"), ints("perm", List.of(0, 2, 1, 3, 4)))
                .node("Reshape", "s", List.of("t", "four"))
                .node("Relu", "a", List.of("s"));
        OnnxRun run = new OnnxRun(folder, model);

        assertThat(layers(run)).hasSize(3);
        assertThat(((SelectChannels) layers(run).get(1)).channels())
                .isEqualTo(SelectChannels.shuffle(6, 2).channels())
                .containsExactly(0, 3, 1, 4, 2, 5);
    }

    /** From 3 rows and columns to 6, as PyTorch decomposes an adaptive pool that does not divide evenly. */
    @Test
    void anAdaptivePoolToMorePositions() {
        OnnxModel model = OnnxModel.of(20, 0, 3, 3, 3)
                .node("Transpose", "t", List.of("x"), ints("perm", List.of(2, 3, 0, 1)))
                .initializer(positions(6, 1, (i, k) -> i / 2))
                .node("GatherND", "g", List.of("t", "positions"))
                .node("Transpose", "v", List.of("g"), ints("perm", List.of(4, 5, 0, 1, 2, 3)))
                .ints("axes", -3, -1)
                .node("ReduceMean", "a", List.of("v", "axes"), integer("keepdims", 0));

        expect(new OnnxRun(folder, model), m -> {
            double[][][] out = new double[3][6][6];
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < 6; y++) {
                    for (int x = 0; x < 6; x++) {
                        out[c][y][x] = m[c][y / 2][x / 2];
                    }
                }
            }
            return Naive.flat(out);
        });
    }

    /** From 4 to 3: windows of two positions from 0, 1 and 2 on. */
    @Test
    void anAdaptivePoolWithWindowsThatOverlap() {
        OnnxModel model = OnnxModel.of(20, 0, 3, 4, 4)
                .node("Transpose", "t", List.of("x"), ints("perm", List.of(2, 3, 0, 1)))
                .initializer(positions(3, 2, Integer::sum))
                .node("GatherND", "g", List.of("t", "positions"))
                .node("Transpose", "v", List.of("g"), ints("perm", List.of(4, 5, 0, 1, 2, 3)))
                .ints("axes", -3, -1)
                .node("ReduceMean", "a", List.of("v", "axes"), integer("keepdims", 0));

        expect(new OnnxRun(folder, model), m -> {
            double[][][] out = new double[3][3][3];
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < 3; y++) {
                    for (int x = 0; x < 3; x++) {
                        out[c][y][x] = (m[c][y][x] + m[c][y][x + 1] + m[c][y + 1][x] + m[c][y + 1][x + 1]) / 4;
                    }
                }
            }
            return Naive.flat(out);
        });
    }

    /** Row and column of [outputs, window, outputs, window]. */
    private static onnx.Onnx.TensorProto positions(int outputs, int window, java.util.function.IntBinaryOperator at) {
        onnx.Onnx.TensorProto.Builder positions = onnx.Onnx.TensorProto.newBuilder()
                .setName("positions")
                .setDataType(onnx.Onnx.TensorProto.DataType.INT64.getNumber())
                .addAllDims(List.of((long) outputs, (long) window, (long) outputs, (long) window, 2L));
        for (int y = 0; y < outputs; y++) {
            for (int v = 0; v < window; v++) {
                for (int x = 0; x < outputs; x++) {
                    for (int u = 0; u < window; u++) {
                        positions.addInt64Data(at.applyAsInt(y, v)).addInt64Data(at.applyAsInt(x, u));
                    }
                }
            }
        }
        return positions.build();
    }

    @Test
    void constantsAreSpreadOverMaps() {
        float[] rows = {1, 2};
        float[] map = {1, -1, 2, -2};
        OnnxModel model = OnnxModel.of(13, 0, 3, 2, 2)
                .weights("rows", rows, 2, 1)
                .weights("map", map, 1, 2, 2)
                .node("Mul", "m", List.of("x", "rows"))
                .node("Sub", "a", List.of("m", "map"));

        expect(new OnnxRun(folder, model), m -> {
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < 2; y++) {
                    for (int x = 0; x < 2; x++) {
                        m[c][y][x] = m[c][y][x] * rows[y] - map[2 * y + x];
                    }
                }
            }
            return Naive.flat(m);
        });
    }

    @Test
    void differencesAndQuotientsOfMaps() {
        OnnxModel model = OnnxModel.of(13, 0, 3, 2, 2)
                .node("Exp", "e", List.of("x"))
                .node("Div", "d", List.of("x", "e"))
                .node("Sub", "a", List.of("d", "x"));

        expect(new OnnxRun(folder, model), m -> Naive.flat(Naive.each(m, v -> v / Math.exp(v) - v)));
    }

    /** x[:, :, :h // 2], with the height asked for in the graph. */
    @Test
    void sizesAreWorkedOut() {
        OnnxModel model = OnnxModel.of(13, 0, 3, 4, 2)
                .ints("two", 2)
                .ints("zero", 0)
                .node("Shape", "s", List.of("x"))
                .node("Gather", "h", List.of("s", "two"))
                .node("Div", "half", List.of("h", "two"))
                .node("Cast", "f", List.of("half"), integer("to", 1))
                .node("Ceil", "up", List.of("f"))
                .node("Cast", "end", List.of("up"), integer("to", 7))
                .node("Slice", "a", List.of("x", "zero", "end", "two"));

        expect(new OnnxRun(folder, model), m -> {
            double[][][] half = new double[3][][];
            for (int c = 0; c < 3; c++) {
                half[c] = Arrays.copyOf(m[c], 2);
            }
            return Naive.flat(half);
        });
    }
}
