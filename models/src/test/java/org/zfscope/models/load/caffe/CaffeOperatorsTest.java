package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Caffe's layers one by one against loops that say what Caffe computes. */
class CaffeOperatorsTest {

    private static final Shape SHAPE = new Shape(3, 7, 6);

    @TempDir
    private Path folder;

    private interface At {
        double at(int c, int y, int x);
    }

    private static final Tensor INPUT = RandomTensors.picture(new Random(3), SHAPE);

    /** A picture has one or three channels; more of them come from a convolution that copies. */
    private static Tensor expected(Shape shape, At at) {
        Tensor out = Tensor.zeros(shape);
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    out.values()[(c * shape.height() + y) * shape.width() + x] = (float) at.at(c, y, x);
                }
            }
        }
        return out;
    }

    private static double in(int c, int y, int x) {
        boolean inside = y >= 0 && x >= 0 && y < SHAPE.height() && x < SHAPE.width();
        return inside ? INPUT.at(c, y, x) : 0;
    }

    private static CaffeModel model(String layers) {
        return new CaffeModel(layers, SHAPE.channels(), SHAPE.height(), SHAPE.width());
    }

    private void check(CaffeModel model, Tensor expected) throws IOException {
        try (Network network = model.open(folder)) {
            Tensor found = CaffeModel.run(network, INPUT);
            assertThat(found.shape()).isEqualTo(expected.shape());
            assertThat(found.values()).usingComparatorWithPrecision(2e-5f).containsExactly(expected.values());
        }
    }

    @Test
    void aConvolutionHasGroupsDilationAndSidesOfItsOwn() throws IOException {
        CaffeModel model = model("""
                layer { name: "c" type: "Convolution" bottom: "data" top: "c"
                  convolution_param { num_output: 6 group: 3 kernel_h: 2 kernel_w: 3 pad_h: 1 pad_w: 2 stride_h: 2
                    stride_w: 1 dilation: 2 dilation: 1 bias_term: false } }
                """).random("c", 6, 1, 2, 3);
        float[] w = model.blob("c", 0);
        check(model, expected(new Shape(6, 4, 8), (c, y, x) -> {
            double sum = 0;
            for (int v = 0; v < 2; v++) {
                for (int u = 0; u < 3; u++) {
                    sum += w[(c * 2 + v) * 3 + u] * in(c / 2, 2 * y - 1 + 2 * v, x - 2 + u);
                }
            }
            return sum;
        }));
    }

    @Test
    void aDeconvolutionLaysItsFiltersOverTheOutput() throws IOException {
        CaffeModel model = model("""
                layer { name: "d" type: "Deconvolution" bottom: "data" top: "d"
                  convolution_param { num_output: 2 kernel_size: 4 stride: 2 pad: 1 } }
                """).random("d", 3, 2, 4, 4).random("d", 2);
        float[] w = model.blob("d", 0);
        check(model, expected(new Shape(2, 14, 12), (c, y, x) -> {
            double sum = model.blob("d", 1)[c];
            for (int from = 0; from < 3; from++) {
                for (int v = 0; v < 7; v++) {
                    for (int u = 0; u < 6; u++) {
                        int dy = y + 1 - 2 * v;
                        int dx = x + 1 - 2 * u;
                        boolean on = dy >= 0 && dx >= 0 && dy < 4 && dx < 4;
                        sum += on ? w[((from * 2 + c) * 4 + dy) * 4 + dx] * in(from, v, u) : 0;
                    }
                }
            }
            return sum;
        }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullyConnectedLayerTakesMapsAsTheyAre(boolean transposed) throws IOException {
        CaffeModel model = model("""
                layer { name: "ip" type: "InnerProduct" bottom: "data" top: "ip"
                  inner_product_param { num_output: 5 transpose: %s } }
                """.formatted(transposed))
                .random("ip", transposed ? 126 : 5, transposed ? 5 : 126)
                .random("ip", 5);
        float[] w = model.blob("ip", 0);
        check(model, expected(Shape.flat(5), (c, y, x) -> {
            double sum = model.blob("ip", 1)[c];
            for (int i = 0; i < 126; i++) {
                sum += w[transposed ? i * 5 + c : c * 126 + i] * INPUT.values()[i];
            }
            return sum;
        }));
    }

    @Test
    void lrnAcrossChannelsDividesAlphaByTheirNumber() throws IOException {
        check(
                model("layer { name: 'n' type: 'LRN' bottom: 'data' top: 'n' "
                        + "lrn_param { local_size: 3 alpha: 0.6 beta: 0.75 k: 2 } }"),
                expected(SHAPE, (c, y, x) -> {
                    double sum = 0;
                    for (int m = Math.max(0, c - 1); m < Math.min(3, c + 2); m++) {
                        sum += in(m, y, x) * in(m, y, x);
                    }
                    return in(c, y, x) * Math.pow(2 + 0.6 / 3 * sum, -0.75);
                }));
    }

    @Test
    void lrnWithinAChannelDividesAlphaByTheWindow() throws IOException {
        check(
                model("layer { name: 'n' type: 'LRN' bottom: 'data' top: 'n' "
                        + "lrn_param { local_size: 3 alpha: 0.6 beta: 0.75 norm_region: WITHIN_CHANNEL } }"),
                expected(SHAPE, (c, y, x) -> {
                    double sum = 0;
                    for (int i = 0; i < 9; i++) {
                        double v = in(c, y - 1 + i / 3, x - 1 + i % 3);
                        sum += v * v;
                    }
                    return in(c, y, x) * Math.pow(1 + 0.6 / 9 * sum, -0.75);
                }));
    }

    @Test
    void aBatchNormDividesWhatItCollectedByHowMuchThatWas() throws IOException {
        check(
                model("""
                        layer { name: "bn" type: "BatchNorm" bottom: "data" top: "bn" batch_norm_param { eps: 0.5 } }
                        layer { name: "sc" type: "Scale" bottom: "bn" top: "bn" scale_param { bias_term: true } }
                        layer { name: "b" type: "Bias" bottom: "bn" top: "out" }
                        """)
                        .with("bn", new float[] {2, 4, -6}, 3)
                        .with("bn", new float[] {1, 2, 3}, 3)
                        .with("bn", new float[] {2}, 1)
                        .with("sc", new float[] {2, -1, 3}, 3)
                        .with("sc", new float[] {0.5f, 0, 1}, 3)
                        .with("b", new float[] {1, 2, 3}, 3),
                expected(SHAPE, (c, y, x) -> {
                    double mean = new double[] {1, 2, -3}[c];
                    double variance = new double[] {0.5, 1, 1.5}[c];
                    double scaled = (in(c, y, x) - mean) / Math.sqrt(variance + 0.5) * new double[] {2, -1, 3}[c];
                    return scaled + new double[] {1.5, 2, 4}[c];
                }));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ReLU         | relu_param { negative_slope: 0.2 }            | leaky",
                "ReLU         |                                               | relu",
                "ELU          | elu_param { alpha: 0.7 }                      | elu",
                "Sigmoid      |                                               | sigmoid",
                "TanH         |                                               | tanh",
                "AbsVal       |                                               | abs",
                "BNLL         |                                               | softplus",
                "Swish        | swish_param { beta: 2 }                       | swish",
                "Clip         | clip_param { min: -0.5 max: 0.25 }            | clip",
                "Power        | power_param { scale: 2 shift: -1 }            | line",
                "Power        | power_param { power: 2 scale: 2 shift: -1 }   | square",
                "Exp          | exp_param { base: 2 scale: 0.5 shift: 1 }     | power of two",
                "Dropout      | dropout_param { dropout_ratio: 0.3 }          | same"
            })
    void curvesAreCaffes(String type, String settings, String what) throws IOException {
        String said = settings == null ? "" : settings;
        check(
                model("layer { name: 'f' type: '%s' bottom: 'data' top: 'data' %s }".formatted(type, said)),
                expected(SHAPE, (c, y, x) -> curve(what, in(c, y, x))));
    }

    private static double curve(String what, double v) {
        return switch (what) {
            case "leaky" -> v > 0 ? v : 0.2 * v;
            case "relu" -> Math.max(v, 0);
            case "elu" -> v > 0 ? v : 0.7 * (Math.exp(v) - 1);
            case "sigmoid" -> 1 / (1 + Math.exp(-v));
            case "tanh" -> Math.tanh(v);
            case "abs" -> Math.abs(v);
            case "softplus" -> Math.log(1 + Math.exp(v));
            case "swish" -> v / (1 + Math.exp(-2 * v));
            case "clip" -> Math.min(Math.max(v, -0.5), 0.25);
            case "line" -> 2 * v - 1;
            case "square" -> (2 * v - 1) * (2 * v - 1);
            case "power of two" -> Math.pow(2, 1 + 0.5 * v);
            default -> v;
        };
    }

    @Test
    void trainedSlopesAreOneAChannel() throws IOException {
        check(
                model("layer { name: 'p' type: 'PReLU' bottom: 'data' top: 'p' }")
                        .with("p", new float[] {0.1f, 0.2f, -0.3f}, 3),
                expected(SHAPE, (c, y, x) -> in(c, y, x) * (in(c, y, x) > 0 ? 1 : new double[] {0.1, 0.2, -0.3}[c])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "operation: SUM coeff: 1 coeff: -2 | sum",
                "operation: PROD | product",
                "operation: MAX | max",
                "| plain"
            })
    void elementwiseLayersCombineMaps(String settings, String what) throws IOException {
        check(model("""
                        layer { name: "line" type: "Power" bottom: "data" top: "b" power_param { scale: -0.5 shift: 0.1 } }
                        layer { name: "e" type: "Eltwise" bottom: "data" bottom: "b" top: "e" eltwise_param { %s } }
                        """.formatted(settings == null ? "" : settings)), expected(SHAPE, (c, y, x) -> {
            double a = in(c, y, x);
            double b = -0.5 * a + 0.1;
            return switch (what) {
                case "sum" -> a - 2 * b;
                case "product" -> a * b;
                case "max" -> Math.max(a, b);
                default -> a + b;
            };
        }));
    }

    @Test
    void channelsAreSlicedAndPutTogetherAgain() throws IOException {
        check(model("""
                        layer { name: "s" type: "Slice" bottom: "data" top: "a" top: "b" slice_param { slice_point: 1 } }
                        layer { name: "two" type: "Split" bottom: "b" top: "b1" top: "b2" }
                        layer { name: "c" type: "Concat" bottom: "b1" bottom: "a" bottom: "b2" top: "c" }
                        """), expected(new Shape(5, 7, 6), (c, y, x) -> in(new int[] {1, 2, 0, 1, 2}[c], y, x)));
    }

    @Test
    void aCropCutsToTheSizeOfAnother() throws IOException {
        check(model("""
                        layer { name: "p" type: "Pooling" bottom: "data" top: "p" pooling_param { kernel_size: 3 stride: 2 } }
                        layer { name: "c" type: "Crop" bottom: "data" bottom: "p" top: "c" crop_param { offset: 2 offset: 1 } }
                        """), expected(new Shape(3, 3, 3), (c, y, x) -> in(c, y + 2, x + 1)));
    }

    @Test
    void gatesScaleMaps() throws IOException {
        check(model("""
                        layer { name: "g" type: "Pooling" bottom: "data" top: "g" pooling_param { pool: AVE global_pooling: true } }
                        layer { name: "s" type: "Scale" bottom: "data" bottom: "g" top: "s" scale_param { axis: 0 } }
                        layer { name: "x" type: "Axpy" bottom: "g" bottom: "data" bottom: "s" top: "x" }
                        """), expected(SHAPE, (c, y, x) -> {
            double mean = 0;
            for (int i = 0; i < 42; i++) {
                mean += in(c, i / 6, i % 6) / 42;
            }
            return 2 * mean * in(c, y, x);
        }));
    }

    @Test
    void layersInPlaceKeepTheirNamesAndOthersTakeTheNewerBlob() throws IOException {
        CaffeModel model = model("""
                layer { name: "half" type: "Power" bottom: "data" top: "x" power_param { scale: 0.5 } }
                layer { name: "up" type: "Power" bottom: "x" top: "x" power_param { shift: 1 } }
                layer { name: "relu" type: "ReLU" bottom: "x" top: "x" }
                """);
        check(model, expected(SHAPE, (c, y, x) -> Math.max(0, 0.5 * in(c, y, x) + 1)));
        try (Network network = model.open(folder)) {
            assertThat(network.nodes()).extracting(Node::name).containsExactly("half", "up", "relu");
            assertThat(network.outputs()).extracting(Network.Output::name).containsExactly("x");
        }
    }

    @Test
    void layersShareWeightsByTheirName() throws IOException {
        String convolution = "layer { name: '%s' type: 'Convolution' bottom: 'data' top: '%s' param { name: 'w' } "
                + "param { name: 'b' } convolution_param { num_output: 3 kernel_size: 1 } }\n";
        CaffeModel model = model(convolution.formatted("one", "one")
                        + convolution.formatted("two", "two")
                        + "layer { name: 'sum' type: 'Eltwise' bottom: 'one' bottom: 'two' top: 'sum' }")
                .random("one", 3, 3, 1, 1)
                .random("one", 3);
        float[] w = model.blob("one", 0);
        check(model, expected(SHAPE, (c, y, x) -> {
            double sum = model.blob("one", 1)[c];
            for (int from = 0; from < 3; from++) {
                sum += w[c * 3 + from] * in(from, y, x);
            }
            return 2 * sum;
        }));
    }

    /** Boxes on top of convolutions, which look at one blob of them and at the picture's size. */
    @Test
    void aNetOpensUpToAHeadThatIsNoConvolutionalNetwork() throws IOException {
        String three = "layer { name: '%1$s' type: 'Convolution' bottom: '%2$s' top: '%1$s' "
                + "convolution_param { num_output: 3 kernel_size: 3 pad: 1 } }\n";
        CaffeModel model = model(three.formatted("one", "data")
                        + three.formatted("two", "one")
                        + "layer { name: 'order' type: 'Permute' bottom: 'two' top: 'order' }\n"
                        + "layer { name: 'flat' type: 'Flatten' bottom: 'order' top: 'flat' }\n"
                        + "layer { name: 'boxes' type: 'DetectionOutput' bottom: 'flat' bottom: 'data' top: 'boxes' }")
                .random("one", 3, 3, 3, 3)
                .random("one", 3)
                .random("two", 3, 3, 3, 3)
                .random("two", 3);
        try (Network network = model.open(folder)) {
            assertThat(network.nodes()).extracting(Node::name).containsExactly("one", "two");
            assertThat(network.outputs()).extracting(Network.Output::layer).containsExactly("two");
            assertThat(network.leftOut()).contains(new LeftOut(3, "order", "Permute", LeftOut.Part.SCORES));
            assertThat(network.hasScores()).isFalse();
        }
    }

    @Test
    void mapsGrowOnStraightLines() throws IOException {
        check(
                model("layer { name: 'i' type: 'Interp' bottom: 'data' top: 'i' interp_param { zoom_factor: 2 } }"),
                expected(new Shape(3, 13, 11), (c, y, x) -> {
                    double above = (in(c, y / 2, x / 2) + in(c, y / 2, (x + 1) / 2)) / 2;
                    double below = (in(c, (y + 1) / 2, x / 2) + in(c, (y + 1) / 2, (x + 1) / 2)) / 2;
                    return (above + below) / 2;
                }));
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertThatThrownBy(() -> model("layer { name: 'odd' type: 'Im2col' bottom: 'data' top: 'odd' }")
                        .open(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("small.prototxt: layer odd (Im2col): this type of layer is not supported");
        assertThatThrownBy(() -> model("layer { name: 'c' type: 'Convolution' bottom: 'data' top: 'c' "
                                + "convolution_param { num_output: 2 kernel_size: 3 } }")
                        .random("other", 2, 3, 3, 3)
                        .open(folder))
                .hasMessageContaining("layer c (Convolution)")
                .hasMessageContaining("has none of this name; it has those of other");
        assertThatThrownBy(() -> model("layer { name: 'c' type: 'Convolution' bottom: 'data' top: 'c' "
                                + "convolution_param { num_output: 2 kernel_size: 3 } }")
                        .random("c", 2, 3, 5, 5)
                        .random("c", 2)
                        .open(folder))
                .hasMessageContaining("weights 2 x 3 x 3 x 3 expected, found 2 x 3 x 5 x 5");
        assertThatThrownBy(() -> model("layer { name: 'r' type: 'ReLU' bottom: 'nothing' top: 'r' }")
                        .open(folder))
                .hasMessageContaining("takes nothing, which no layer before it makes");
    }
}
