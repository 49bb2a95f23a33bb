package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.real;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dropout;

/** What each operator means, by small models on small whole numbers. */
class OnnxOperatorsTest {

    /** Input [any, 3, 2, 2]. */
    static OnnxModel small(int opset) {
        return OnnxModel.of(opset, 0, 3, 2, 2);
    }

    static OnnxModel flat(int opset) {
        return small(opset).node("Flatten", "flat", List.of("x"));
    }

    /** Checks each picture against what a plain formula makes of its maps. */
    static void expect(OnnxRun run, Function<double[][][], double[]> formula) {
        for (int i = 0; i < OnnxRun.BATCH; i++) {
            run.gives(i, formula.apply(run.picture(i)));
        }
    }

    static double[] affine(double[][][] maps, double[] scale, double[] shift) {
        double[][][] out = new double[maps.length][][];
        for (int c = 0; c < maps.length; c++) {
            int at = c;
            out[c] = Naive.each(new double[][][] {maps[c]}, v -> scale[at] * v + shift[at])[0];
        }
        return Naive.flat(out);
    }

    /** weights [inputs][units] row by row */
    static double[] dense(double[] in, float[] weights, double[] bias) {
        double[] out = bias.clone();
        for (int i = 0; i < in.length; i++) {
            for (int u = 0; u < out.length; u++) {
                out[u] += in[i] * weights[i * out.length + u];
            }
        }
        return out;
    }

    @Test
    void rectifiersAndWhatDoesNothing(@TempDir Path folder) {
        expect(
                new OnnxRun(folder, small(13).node("Relu", "r", List.of("x"))),
                m -> Naive.flat(Naive.each(m, v -> Math.max(v, 0))));
        expect(
                new OnnxRun(folder, small(13).node("LeakyRelu", "r", List.of("x"), real("alpha", 0.25f))),
                m -> Naive.flat(Naive.each(m, v -> v > 0 ? v : v / 4)));
        expect(
                new OnnxRun(folder, small(13).node("LeakyRelu", "r", List.of("x"))),
                m -> Naive.flat(Naive.each(m, v -> v > 0 ? v : v / 100)));
        expect(new OnnxRun(folder, small(13).node("Dropout", "d", List.of("x"))), Naive::flat);
    }

    @Test
    void dropoutKeepsItsRate(@TempDir Path folder) {
        OnnxModel attribute = small(10).node("Dropout", "d", List.of("x"), OnnxModel.real("ratio", 0.25f));
        OnnxModel input = small(13).weights("r", new float[] {0.25f}).node("Dropout", "d", List.of("x", "r"));
        OnnxModel nothing = small(13).node("Dropout", "d", List.of("x"));
        assertThat(new OnnxRun(folder, attribute).network.node("d").layer()).isEqualTo(new Dropout(0.25));
        assertThat(new OnnxRun(folder, input).network.node("d").layer()).isEqualTo(new Dropout(0.25));
        assertThat(new OnnxRun(folder, nothing).network.node("d").layer()).isEqualTo(new Dropout(0.5));
        expect(
                new OnnxRun(
                        folder, small(13).node("Identity", "i", List.of("x")).node("Flatten", "f", List.of("i"))),
                Naive::flat);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13, 20})
    void matricesMultiplyFromEitherSide(int opset, @TempDir Path folder) {
        float[] plain = OnnxRun.small(5, 12 * 4);
        float[] transposed = new float[plain.length];
        for (int i = 0; i < plain.length; i++) {
            transposed[i % 4 * 12 + i / 4] = plain[i];
        }
        float[] bias = {1, 2, 3, 4};
        expect(
                new OnnxRun(
                        folder,
                        flat(opset)
                                .weights("w", plain, 12, 4)
                                .weights("b", bias, 4)
                                .node("Gemm", "fc", List.of("flat", "w", "b"))),
                m -> dense(Naive.flat(m), plain, new double[] {1, 2, 3, 4}));
        expect(
                new OnnxRun(
                        folder,
                        flat(opset)
                                .weights("w", transposed, 4, 12)
                                .weights("b", bias, 1, 4)
                                .node(
                                        "Gemm",
                                        "fc",
                                        List.of("flat", "w", "b"),
                                        integer("transB", 1),
                                        real("alpha", 2),
                                        real("beta", 3))),
                m -> Arrays.stream(dense(Naive.flat(m), plain, new double[] {1.5, 3, 4.5, 6}))
                        .map(v -> 2 * v)
                        .toArray());
        expect(
                new OnnxRun(folder, flat(opset).weights("w", plain, 12, 4).node("Gemm", "fc", List.of("flat", "w"))),
                m -> dense(Naive.flat(m), plain, new double[4]));
        expect(
                new OnnxRun(folder, flat(opset).weights("w", plain, 12, 4).node("MatMul", "fc", List.of("flat", "w"))),
                m -> dense(Naive.flat(m), plain, new double[4]));
    }

    @Test
    void aConstantAddedToAMatrixProductIsItsBias(@TempDir Path folder) {
        float[] weights = OnnxRun.small(5, 12 * 4);
        OnnxRun run = new OnnxRun(
                folder,
                flat(13).weights("w", weights, 12, 4)
                        .weights("b", new float[] {1, 2, 3, 4}, 4)
                        .node("MatMul", "fc", List.of("flat", "w"))
                        .node("Add", "plus", List.of("b", "fc")));
        expect(run, m -> dense(Naive.flat(m), weights, new double[] {1, 2, 3, 4}));
        assertThat(run.network.nodes()).extracting(Node::name).containsExactly("flat", "fc");
    }

    @Test
    void aSumThatSomebodySeesWithoutTheConstantStaysASum(@TempDir Path folder) {
        OnnxRun run = new OnnxRun(
                folder,
                small(13)
                        .weights("w", new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3, 1, 1)
                        .weights("b", new float[] {1, 2, 3}, 1, 3, 1, 1)
                        .node("Conv", "conv", List.of("x", "w"))
                        .node("Add", "plus", List.of("conv", "b"))
                        .node("Add", "both", List.of("conv", "plus")));
        expect(run, m -> affine(m, new double[] {2, 2, 2}, new double[] {1, 2, 3}));
        assertThat(run.network.node("plus").layer()).isInstanceOf(BatchNorm.class);
    }

    @Test
    void aConstantAddedToAConvolutionIsItsBias(@TempDir Path folder) {
        OnnxRun run = new OnnxRun(
                folder,
                small(13)
                        .weights("w", new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3, 1, 1)
                        .weights("c", new float[] {10, 20, 30}, 3)
                        .weights("b", new float[] {1, 2, 3}, 3, 1, 1)
                        .node("Conv", "conv", List.of("x", "w", "c"))
                        .node("Add", "plus", List.of("conv", "b")));
        expect(run, m -> affine(m, new double[] {1, 1, 1}, new double[] {11, 22, 33}));
        assertThat(run.network.nodes())
                .extracting(Node::layer)
                .hasOnlyElementsOfType(Convolution.class)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"Add, 1, 2", "Sub, 1, -2", "Mul, 2, 0", "Div, 0.5, 0"})
    void constantsShiftAndScaleMaps(String operator, double scale, double shift, @TempDir Path folder) {
        double[] scales = {scale, scale, scale};
        double[] shifts = {shift, shift, shift};
        expect(
                new OnnxRun(folder, small(13).weights("k", new float[] {2}).node(operator, "k1", List.of("x", "k"))),
                m -> affine(m, scales, shifts));
        expect(
                new OnnxRun(
                        folder,
                        small(13)
                                .weights("k", new float[] {2, 2, 2}, 1, 3, 1, 1)
                                .node(operator, "k1", List.of("x", "k"))),
                m -> affine(m, scales, shifts));
    }

    @Test
    void aConstantMayStandFirst(@TempDir Path folder) {
        OnnxModel model = small(13).weights("k", new float[] {1, 2, 3}, 3, 1, 1);
        expect(
                new OnnxRun(folder, model.node("Sub", "minus", List.of("k", "x"))),
                m -> affine(m, new double[] {-1, -1, -1}, new double[] {1, 2, 3}));
        expect(
                new OnnxRun(folder, model.node("Mul", "times", List.of("k", "minus"))),
                m -> affine(m, new double[] {-1, -2, -3}, new double[] {1, 4, 9}));
    }

    @Test
    void mapsAddUpAndJoin(@TempDir Path folder) {
        OnnxModel model = small(13).node("Relu", "r", List.of("x"));
        expect(
                new OnnxRun(folder, model.node("Add", "a", List.of("x", "r"))),
                m -> Naive.flat(Naive.each(m, v -> v + Math.max(v, 0))));
        expect(
                new OnnxRun(folder, model.node("Sum", "s", List.of("x", "r", "a"))),
                m -> Naive.flat(Naive.each(m, v -> 2 * v + 2 * Math.max(v, 0))));
        expect(
                new OnnxRun(
                        folder,
                        small(13)
                                .node("Relu", "r", List.of("x"))
                                .node("Concat", "c", List.of("r", "x"), integer("axis", -3))),
                m -> IntStream.range(0, 24)
                        .mapToDouble(i -> i < 12 ? Math.max(Naive.flat(m)[i], 0) : Naive.flat(m)[i - 12])
                        .toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13, 20})
    void batchNormUsesTheStatisticsOfTraining(int opset, @TempDir Path folder) {
        OnnxModel model = small(opset)
                .weights("g", new float[] {1, -2, 3}, 3)
                .weights("b", new float[] {0, 1, 2}, 3)
                .weights("m", new float[] {1, 0, -1}, 3)
                .weights("v", new float[] {3, 8, 15}, 3)
                .node("BatchNormalization", "bn", List.of("x", "g", "b", "m", "v"), real("epsilon", 1));
        expect(
                new OnnxRun(folder, model),
                m -> affine(m, new double[] {0.5, -2 / 3.0, 0.75}, new double[] {-0.5, 1, 2.75}));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void localResponseNormDividesAlphaByItsSize(int size, @TempDir Path folder) {
        OnnxModel model = small(13)
                .node(
                        "LRN",
                        "n",
                        List.of("x"),
                        integer("size", size),
                        real("alpha", 0.6f),
                        real("beta", 0.75f),
                        real("bias", 2));
        expect(new OnnxRun(folder, model), m -> {
            double[][][] out = Naive.each(m, v -> v);
            for (int c = 0; c < 3; c++) {
                for (int p = 0; p < 4; p++) {
                    double squares = 0;
                    // ONNX: from c - floor((size - 1) / 2) to c + ceil((size - 1) / 2)
                    for (int k = Math.max(0, c - (size - 1) / 2); k <= Math.min(2, c + size / 2); k++) {
                        squares += m[k][p / 2][p % 2] * m[k][p / 2][p % 2];
                    }
                    out[c][p / 2][p % 2] = m[c][p / 2][p % 2] / Math.pow(2 + 0.6 / size * squares, 0.75);
                }
            }
            return Naive.flat(out);
        });
    }

    private static double[] softmax(double[] in) {
        double sum = Arrays.stream(in).map(Math::exp).sum();
        return Arrays.stream(in).map(v -> Math.exp(v) / sum).toArray();
    }

    @Test
    void softmaxIsOverTheChannels(@TempDir Path folder) {
        expect(new OnnxRun(folder, flat(7).node("Softmax", "p", List.of("flat"))), m -> softmax(Naive.flat(m)));
        expect(new OnnxRun(folder, flat(13).node("Softmax", "p", List.of("flat"))), m -> softmax(Naive.flat(m)));
        expect(
                new OnnxRun(folder, flat(13).node("Softmax", "p", List.of("flat"), integer("axis", 1))),
                m -> softmax(Naive.flat(m)));
        expect(new OnnxRun(folder, small(13).node("Softmax", "p", List.of("x"), integer("axis", 1))), m -> {
            double[][][] out = Naive.each(m, v -> v);
            for (int p = 0; p < 4; p++) {
                double[] column = softmax(new double[] {m[0][p / 2][p % 2], m[1][p / 2][p % 2], m[2][p / 2][p % 2]});
                for (int c = 0; c < 3; c++) {
                    out[c][p / 2][p % 2] = column[c];
                }
            }
            return Naive.flat(out);
        });
    }

    static double[] means(double[][][] maps) {
        return Arrays.stream(maps)
                .mapToDouble(m -> (m[0][0] + m[0][1] + m[1][0] + m[1][1]) / 4)
                .toArray();
    }

    @Test
    void globalAveragesHaveThreeSpellings(@TempDir Path folder) {
        expect(new OnnxRun(folder, small(13).node("GlobalAveragePool", "g", List.of("x"))), OnnxOperatorsTest::means);
        expect(
                new OnnxRun(folder, small(13).node("ReduceMean", "g", List.of("x"), ints("axes", List.of(2, 3)))),
                OnnxOperatorsTest::means);
        expect(
                new OnnxRun(
                        folder,
                        small(18)
                                .ints("axes", -1, -2)
                                .node("ReduceMean", "g", List.of("x", "axes"), integer("keepdims", 0))
                                .node("Softmax", "p", List.of("g"))),
                m -> softmax(means(m)));
    }

    @Test
    void padsPutZerosAround(@TempDir Path folder) {
        Function<double[][][], double[]> framed = m -> {
            double[][][] out = new double[3][3][5];
            for (int c = 0; c < 3; c++) {
                for (int p = 0; p < 4; p++) {
                    out[c][1 + p / 2][2 + p % 2] = m[c][p / 2][p % 2];
                }
            }
            return Naive.flat(out);
        };
        expect(
                new OnnxRun(
                        folder, small(7).node("Pad", "p", List.of("x"), ints("pads", List.of(0, 0, 1, 2, 0, 0, 0, 1)))),
                framed);
        expect(
                new OnnxRun(
                        folder, small(13).ints("pads", 0, 0, 1, 2, 0, 0, 0, 1).node("Pad", "p", List.of("x", "pads"))),
                framed);
    }
}
