package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.real;
import static org.zfscope.models.load.onnx.OnnxModel.text;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.expect;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.small;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.Relu;

/** Activations as operators of their own, and as exporters spell them out. */
class OnnxActivationsTest {

    private final Path folder;

    OnnxActivationsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void gives(OnnxModel model, DoubleUnaryOperator function) {
        expect(new OnnxRun(folder, model), maps -> Naive.flat(Naive.each(maps, function)));
    }

    /** The layers of a model, which must give the same as the function. */
    private List<Layer> layers(OnnxModel model, DoubleUnaryOperator function) {
        OnnxRun run = new OnnxRun(folder, model);
        expect(run, maps -> Naive.flat(Naive.each(maps, function)));
        return run.network.nodes().stream().map(node -> node.layer()).toList();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void operatorsOfTheirOwn() {
        gives(small(13).node("Sigmoid", "a", List.of("x")), OnnxActivationsTest::sigmoid);
        gives(small(13).node("Tanh", "a", List.of("x")), Math::tanh);
        gives(small(13).node("Softplus", "a", List.of("x")), v -> Math.log(1 + Math.exp(v)));
        gives(small(13).node("Softsign", "a", List.of("x")), v -> v / (1 + Math.abs(v)));
        gives(small(18).node("Mish", "a", List.of("x")), v -> v * Math.tanh(Math.log(1 + Math.exp(v))));
        gives(small(14).node("HardSwish", "a", List.of("x")), v -> v * Math.min(Math.max(v + 3, 0), 6) / 6);
        gives(small(24).node("Swish", "a", List.of("x"), real("alpha", 2)), v -> v * sigmoid(2 * v));
        gives(small(13).node("Abs", "a", List.of("x")), Math::abs);
        gives(small(13).node("Neg", "a", List.of("x")), v -> -v);
        gives(small(13).node("Exp", "a", List.of("x")), Math::exp);
    }

    @Test
    void theLogarithmOfASoftmaxIsTheValueLessTheLogarithmOfTheSum() {
        OnnxModel model = small(13).node("LogSoftmax", "a", List.of("x"), integer("axis", 1));
        expect(new OnnxRun(folder, model), maps -> {
            double[] out = Naive.flat(maps);
            int area = out.length / maps.length;
            double[] values = out.clone();
            for (int i = 0; i < out.length; i++) {
                double sum = 0;
                for (int channel = 0; channel < maps.length; channel++) {
                    sum += Math.exp(values[channel * area + i % area]);
                }
                out[i] = values[i] - Math.log(sum);
            }
            return out;
        });
    }

    @Test
    void theirAttributesAndWhatTheyAreWithout() {
        gives(small(13).node("HardSigmoid", "a", List.of("x")), v -> Math.min(Math.max(0.2 * v + 0.5, 0), 1));
        gives(
                small(13).node("HardSigmoid", "a", List.of("x"), real("alpha", 0.25f), real("beta", 0.4f)),
                v -> Math.min(Math.max(0.25 * v + 0.4, 0), 1));
        gives(small(13).node("Elu", "a", List.of("x")), v -> v > 0 ? v : Math.exp(v) - 1);
        gives(small(13).node("Elu", "a", List.of("x"), real("alpha", 2)), v -> v > 0 ? v : 2 * (Math.exp(v) - 1));
        gives(small(13).node("Celu", "a", List.of("x"), real("alpha", 2)), v -> v > 0 ? v : 2 * (Math.exp(v / 2) - 1));
        gives(
                small(13).node("Selu", "a", List.of("x")),
                v -> 1.05070102 * (v > 0 ? v : 1.67326319 * (Math.exp(v) - 1)));
        gives(
                small(20).node("Gelu", "a", List.of("x"), text("approximate", "tanh")),
                v -> v / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (v + 0.044715 * v * v * v))));
    }

    @Test
    void slopesOfOneNumberOrOneAChannel() {
        float[] slopes = {0.5f, 2, -1};
        OnnxModel each = small(13).weights("s", slopes, 3, 1, 1).node("PRelu", "a", List.of("x", "s"));
        OnnxModel one = small(13).weights("s", new float[] {0.25f}, 1).node("PRelu", "a", List.of("x", "s"));

        gives(one, v -> v > 0 ? v : v / 4);
        expect(new OnnxRun(folder, each), maps -> {
            for (int c = 0; c < 3; c++) {
                float slope = slopes[c];
                maps[c] = Naive.each(new double[][][] {maps[c]}, v -> v > 0 ? v : slope * v)[0];
            }
            return Naive.flat(maps);
        });
    }

    @Test
    void clipsByAttributesAndByInputs() {
        assertThat(layers(
                        small(6 + 4).node("Clip", "a", List.of("x"), real("min", 0), real("max", 3)),
                        v -> Math.min(Math.max(v, 0), 3)))
                .containsExactly(new ClippedRelu(3));
        OnnxModel bounds = small(13).weights("zero", new float[1]).weights("two", new float[] {2});
        assertThat(layers(bounds.node("Clip", "a", List.of("x", "zero", "two")), v -> Math.min(Math.max(v, 0), 2)))
                .containsExactly(new ClippedRelu(2));
        assertThat(layers(
                        small(13).weights("zero", new float[1]).node("Clip", "a", List.of("x", "zero")),
                        v -> Math.max(v, 0)))
                .containsExactly(new Relu());
        assertThat(layers(
                        small(13).weights("two", new float[] {2}).node("Clip", "a", List.of("x", "", "two")),
                        v -> Math.min(v, 2)))
                .containsExactly(new Activation(new Curve.Clip(Float.NEGATIVE_INFINITY, 2)));
    }

    @Test
    void largerAndSmallerThanANumber() {
        assertThat(layers(
                        small(13)
                                .weights("zero", new float[1])
                                .weights("six", new float[] {3})
                                .node("Max", "m", List.of("x", "zero"))
                                .node("Min", "a", List.of("m", "six")),
                        v -> Math.min(Math.max(v, 0), 3)))
                .containsExactly(new ClippedRelu(3));
    }

    @Test
    void powersAndRoots() {
        gives(small(13).weights("two", new float[] {2}).node("Pow", "a", List.of("x", "two")), v -> v * v);
        gives(small(13).node("Abs", "b", List.of("x")).node("Sqrt", "a", List.of("b")), v -> Math.sqrt(Math.abs(v)));
        gives(
                small(13)
                        .weights("k", new float[] {9})
                        .node("Add", "b", List.of("x", "k"))
                        .node("Div", "a", List.of("k", "b")),
                v -> 9 / (v + 9));
    }

    @Test
    void siluOfTwoNodesIsOneLayer() {
        for (List<String> order : List.of(List.of("x", "s"), List.of("s", "x"))) {
            assertThat(layers(
                            small(13).node("Sigmoid", "s", List.of("x")).node("Mul", "a", order), v -> v * sigmoid(v)))
                    .containsExactly(new Activation(new Curve.Silu()));
        }
    }

    @Test
    void hardSwishOfManyNodesIsOneLayer() {
        OnnxModel model = small(13)
                .weights("three", new float[] {3})
                .weights("zero", new float[1])
                .weights("six", new float[] {6})
                .node("Add", "p", List.of("x", "three"))
                .node("Clip", "c", List.of("p", "zero", "six"))
                .node("Mul", "m", List.of("x", "c"))
                .node("Div", "a", List.of("m", "six"));

        assertThat(layers(model, v -> v * Math.min(Math.max(v + 3, 0), 6) / 6))
                .containsExactly(new Activation(new Curve.HardSwish()));
    }

    @Test
    void mishOfThreeNodesIsOneLayer() {
        OnnxModel model = small(13)
                .node("Softplus", "p", List.of("x"))
                .node("Tanh", "t", List.of("p"))
                .node("Mul", "a", List.of("x", "t"));

        assertThat(layers(model, v -> v * Math.tanh(Math.log(1 + Math.exp(v)))))
                .containsExactly(new Activation(new Curve.Mish()));
    }

    /** PyTorch multiplies by a half last, TensorFlow first. */
    @Test
    void geluByTheErrorFunctionIsOneLayer() {
        OnnxModel parts = small(13)
                .weights("root", new float[] {1.4142135f})
                .weights("one", new float[] {1})
                .weights("half", new float[] {0.5f})
                .node("Div", "d", List.of("x", "root"))
                .node("Erf", "e", List.of("d"))
                .node("Add", "p", List.of("e", "one"));
        OnnxModel torch = parts.node("Mul", "m", List.of("x", "p")).node("Mul", "a", List.of("m", "half"));
        OnnxRun run = new OnnxRun(folder, torch);

        assertThat(run.network.nodes()).hasSize(1);
        assertThat(run.network.node("a").layer()).isEqualTo(new Activation(new Curve.Gelu()));
    }

    @Test
    void aGateThatIsNoSuchCurveStaysAProduct() {
        OnnxRun run = new OnnxRun(
                folder,
                small(13)
                        .node("GlobalAveragePool", "g", List.of("x"))
                        .node("Sigmoid", "s", List.of("g"))
                        .node("Mul", "a", List.of("s", "x")));

        assertThat(run.network.node("a").layer()).isEqualTo(new Multiply());
        assertThat(run.network.node("a").inputs()).as("the gate is last").containsExactly("input", "s");
        expect(run, maps -> {
            double[][][] gated = new double[3][][];
            for (int c = 0; c < 3; c++) {
                double[][] m = maps[c];
                double gate = sigmoid((m[0][0] + m[0][1] + m[1][0] + m[1][1]) / 4);
                gated[c] = Naive.each(new double[][][] {m}, v -> v * gate)[0];
            }
            return Naive.flat(gated);
        });
    }

    /** Where somebody else looks at a part, the part stays. */
    @Test
    void whatIsTakenElsewhereIsKept() {
        OnnxRun run = new OnnxRun(
                folder,
                small(13)
                        .node("Sigmoid", "s", List.of("x"))
                        .node("Mul", "m", List.of("x", "s"))
                        .node("Add", "a", List.of("m", "s")));

        assertThat(run.network.has("s")).isTrue();
        expect(run, maps -> Naive.flat(Naive.each(maps, v -> v * sigmoid(v) + sigmoid(v))));
    }
}
