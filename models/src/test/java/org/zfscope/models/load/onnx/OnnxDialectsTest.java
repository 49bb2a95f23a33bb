package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.floats;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.real;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.FunctionProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.ValueInfoProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.layer.LayerNorm;
import org.zfscope.models.tensor.Shape;

/** The same network in the different words of exporters. */
class OnnxDialectsTest {

    private static final float[] SCALE = {2, -1, 0.5f};
    private static final float[] SHIFT = {0.25f, 0, -3};

    /** (x - mean) / sqrt(variance + epsilon) * scale + shift over the channels at every position. */
    private static double[] normalised(double[][][] in, double epsilon) {
        double[][][] out = new double[3][in[0].length][in[0][0].length];
        for (int y = 0; y < out[0].length; y++) {
            for (int x = 0; x < out[0][0].length; x++) {
                double mean = (in[0][y][x] + in[1][y][x] + in[2][y][x]) / 3;
                double variance = 0;
                for (double[][] map : in) {
                    variance += (map[y][x] - mean) * (map[y][x] - mean) / 3;
                }
                for (int c = 0; c < 3; c++) {
                    out[c][y][x] = (in[c][y][x] - mean) / Math.sqrt(variance + epsilon) * SCALE[c] + SHIFT[c];
                }
            }
        }
        return Naive.flat(out);
    }

    @Test
    void aLayerNormInATransposedIslandIsOneLayer(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(17, 0, 3, 4, 5)
                .weights("scale", SCALE, 3)
                .weights("shift", SHIFT, 3)
                .node("Transpose", "there", List.of("x"), ints("perm", List.of(0, 2, 3, 1)))
                .node("LayerNormalization", "norm", List.of("there", "scale", "shift"), real("epsilon", 0.1f))
                .node("Transpose", "back", List.of("norm"), ints("perm", List.of(0, 3, 1, 2)));
        OnnxRun run = new OnnxRun(folder, model);
        assertThat(run.network.nodes()).hasSize(1);
        run.gives(1, normalised(run.picture(1), 0.1f));
    }

    @Test
    void aLayerNormThatIsSpelledOutIsOneLayer(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(13, 0, 3, 4, 5)
                .weights("scale", SCALE, 3)
                .weights("shift", SHIFT, 3)
                .weights("two", new float[] {2})
                .weights("epsilon", new float[] {0.1f})
                .node("Transpose", "there", List.of("x"), ints("perm", List.of(0, 2, 3, 1)))
                .node("ReduceMean", "mean", List.of("there"), ints("axes", List.of(-1)))
                .node("Sub", "less", List.of("there", "mean"))
                .node("Pow", "square", List.of("less", "two"))
                .node("ReduceMean", "variance", List.of("square"), ints("axes", List.of(-1)))
                .node("Add", "sum", List.of("variance", "epsilon"))
                .node("Sqrt", "root", List.of("sum"))
                .node("Div", "quotient", List.of("less", "root"))
                .node("Mul", "scaled", List.of("quotient", "scale"))
                .node("Add", "norm", List.of("scaled", "shift"))
                .node("Transpose", "back", List.of("norm"), ints("perm", List.of(0, 3, 1, 2)));
        OnnxRun run = new OnnxRun(folder, model);
        assertThat(run.network.nodes()).singleElement().satisfies(node -> {
            assertThat(node.layer()).isInstanceOf(LayerNorm.class);
            assertThat(node.name()).isEqualTo("norm");
        });
        run.gives(1, normalised(run.picture(1), 0.1f));
    }

    /** As tf2onnx writes what Keras has: a factor and a Transpose first, a Transpose and a vector of rows last. */
    @Test
    void channelsMayComeLast(@TempDir Path folder) {
        float[] matrix = OnnxRun.small(3, 2 * 12);
        OnnxModel model = OnnxModel.of(11, 0, 2, 2, 3)
                .weights("half", new float[] {0.5f})
                .weights("m", matrix, 12, 2)
                .ints("flat", -1, 12)
                .node("Mul", "scaled", List.of("x", "half"))
                .node("Transpose", "maps", List.of("scaled"), ints("perm", List.of(0, 3, 1, 2)))
                .node("Relu", "relu", List.of("maps"))
                .node("Transpose", "last", List.of("relu"), ints("perm", List.of(0, 2, 3, 1)))
                .node("Reshape", "vector", List.of("last", "flat"))
                .node("MatMul", "scores", List.of("vector", "m"));
        OnnxRun run = new OnnxRun(folder, model);
        assertThat(run.network.input()).isEqualTo(new Shape(3, 2, 2));
        double[][][] in = run.picture(0);
        double[] expected = new double[2];
        for (int i = 0; i < 12; i++) {
            double value = Math.max(0, in[i % 3][i / 6][i / 3 % 2] / 2);
            expected[0] += value * matrix[2 * i];
            expected[1] += value * matrix[2 * i + 1];
        }
        run.gives(0, expected);
    }

    @Test
    void aModelsOwnFunctionsAreInlinedWithTheirAttributes(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(17, 0, 1, 4, 4);
        model.model.addFunctions(FunctionProto.newBuilder()
                .setName("Leak")
                .setDomain("pkg.own")
                .addInput("in")
                .addOutput("out")
                .addAttribute("slope")
                .addNode(NodeProto.newBuilder()
                        .setOpType("LeakyRelu")
                        .addInput("in")
                        .addOutput("inner")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("alpha")
                                .setType(AttributeType.FLOAT)
                                .setRefAttrName("slope")))
                .addNode(NodeProto.newBuilder()
                        .setOpType("Neg")
                        .addInput("inner")
                        .addOutput("out")));
        model.graph.addNode(NodeProto.newBuilder()
                .setOpType("Leak")
                .setDomain("pkg.own")
                .setName("a")
                .addInput("x")
                .addOutput("y")
                .addAttribute(real("slope", 0.5f)));
        model.graph.addNode(NodeProto.newBuilder()
                .setOpType("Leak")
                .setDomain("pkg.own")
                .setName("b")
                .addInput("y")
                .addOutput("z")
                .addAttribute(real("slope", 0)));
        OnnxRun run = new OnnxRun(folder, model);
        run.gives(0, Naive.flat(Naive.each(run.picture(0), v -> -Math.max(0, -(v > 0 ? v : v / 2)))));
    }

    @Test
    void aChoiceThatTheFileHasMadeIsNoChoice(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(13, 0, 3, 4, 4).ints("one", 1).ints("axis", 2);
        model.node("GlobalAveragePool", "pool", List.of("x"))
                .node("Shape", "sides", List.of("pool"))
                .node("Gather", "side", List.of("sides", "axis"), integer("axis", 0))
                .node("Equal", "single", List.of("side", "one"))
                .node(
                        "If",
                        "vector",
                        List.of("single"),
                        branch("then_branch", "Flatten"),
                        branch("else_branch", "Identity"));
        OnnxRun run = new OnnxRun(folder, model);
        double[] means = new double[3];
        double[] in = Naive.flat(run.picture(1));
        for (int i = 0; i < in.length; i++) {
            means[i / 16] += in[i] / 16;
        }
        run.gives(1, means);
    }

    private static AttributeProto branch(String name, String operator) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.GRAPH)
                .setG(GraphProto.newBuilder()
                        .addNode(NodeProto.newBuilder()
                                .setOpType(operator)
                                .addInput("pool")
                                .addOutput(operator))
                        .addOutput(ValueInfoProto.newBuilder().setName(operator)))
                .build();
    }

    @Test
    void weightsInTheHalvesOfSinglePrecision(@TempDir Path folder) {
        TensorProto.Builder weights = floats("w", new float[0], 1, 1, 1, 1).toBuilder()
                .setDataType(DataType.BFLOAT16.getNumber())
                .addInt32Data(Float.floatToRawIntBits(-1.5f) >>> 16);
        OnnxModel model =
                OnnxModel.of(13, 0, 1, 4, 4).initializer(weights.build()).node("Conv", "c", List.of("x", "w"));
        OnnxRun run = new OnnxRun(folder, model);
        run.gives(0, Naive.flat(Naive.each(run.picture(0), v -> -1.5 * v)));
    }

    @Test
    void groupsAreNormalisedTogether(@TempDir Path folder) {
        OnnxModel model = OnnxModel.of(21, 0, 3, 4, 4)
                .weights("ones", new float[] {1, 1, 1}, 3)
                .weights("zeros", new float[3], 3)
                .node(
                        "GroupNormalization",
                        "g",
                        List.of("x", "ones", "zeros"),
                        integer("num_groups", 1),
                        real("epsilon", 0.5f));
        OnnxRun run = new OnnxRun(folder, model);
        double[] in = Naive.flat(run.picture(1));
        double mean = Arrays.stream(in).average().orElseThrow();
        double variance =
                Arrays.stream(in).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        run.gives(
                1,
                Arrays.stream(in)
                        .map(v -> (v - mean) / Math.sqrt(variance + 0.5))
                        .toArray());
    }
}
