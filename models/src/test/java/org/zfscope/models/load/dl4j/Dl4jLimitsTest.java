package org.zfscope.models.load.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deeplearning4j.nn.conf.ConvolutionMode.Same;
import static org.deeplearning4j.nn.conf.ConvolutionMode.Truncate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Shape;

/** Inputs whose size is left open, and what is refused by name. */
class Dl4jLimitsTest {

    private static Shape impliedInput(InputType input, Layer... layers) {
        MultiLayerConfiguration configuration = MultiLayerConfiguration.fromJson(
                Dl4jModelTest.stack(input, layers).toJson());
        return Dl4jModel.of(configuration, Dl4jModelTest.parameters(1)).input(Optional.empty());
    }

    @Test
    void theInputsSizeFollowsFromWhatIsFlattened() {
        assertThat(impliedInput(
                        InputType.convolutional(32, 40, 3),
                        Dl4jModelTest.convolution(4, 3, 3).convolutionMode(Same).build(),
                        Dl4jModelTest.pool(PoolingType.MAX, 2, 2).build(),
                        new ZeroPaddingLayer.Builder(1, 1).build(),
                        Dl4jModelTest.convolution(4, 3, 3).build(),
                        Dl4jModelTest.output(3)))
                .isEqualTo(new Shape(3, 32, 40));
        assertThat(impliedInput(
                        InputType.convolutionalFlat(33, 41, 1),
                        Dl4jModelTest.convolution(4, 4, 4).stride(3, 3).build(),
                        Dl4jModelTest.output(3)))
                .isEqualTo(new Shape(1, 33, 41));
        assertThat(impliedInput(InputType.feedForward(784), Dl4jModelTest.output(3)))
                .isEqualTo(new Shape(1, 28, 28));
    }

    @Test
    void anInputOfOpenSizeIsAskedFor() {
        MultiLayerConfiguration configuration = Dl4jModelTest.stack(
                Dl4jModelTest.input(9, 8, CNN2DFormat.NCHW),
                Dl4jModelTest.convolution(5, 3, 3).build(),
                new GlobalPoolingLayer(PoolingType.AVG),
                Dl4jModelTest.output(4));
        Dl4jModel model = Dl4jModel.of(configuration, Dl4jModelTest.parameters(Dl4jModel.parameters(configuration)));
        assertThatThrownBy(() -> model.input(Optional.empty())).hasMessageContaining("size");
        assertThat(model.input(Optional.of(new InputSize(20, 30)))).isEqualTo(new Shape(3, 20, 30));
        assertThat(model.toNetwork("net", new Shape(3, 20, 30), Dl4jModelTest.PREPROCESSING)
                        .output()
                        .name())
                .isEqualTo("layer2_softmax");
    }

    private static List<MultiLayerConfiguration> unsupported() {
        List<MultiLayerConfiguration> all = new ArrayList<>();
        InputType input = Dl4jModelTest.input(8, 8, CNN2DFormat.NCHW);
        all.add(Dl4jModelTest.stack(
                input, new Deconvolution2D.Builder(2, 2).nOut(3).build(), Dl4jModelTest.output(2)));
        all.add(Dl4jModelTest.stack(
                input,
                Dl4jModelTest.convolution(2, 3, 3).activation(Activation.TANH).build(),
                Dl4jModelTest.output(2)));
        all.add(Dl4jModelTest.stack(
                input,
                Dl4jModelTest.convolution(2, 3, 3)
                        .activation(Activation.SOFTMAX)
                        .build(),
                Dl4jModelTest.output(2)));
        all.add(Dl4jModelTest.stack(
                input, Dl4jModelTest.pool(PoolingType.PNORM, 2, 2).pnorm(2).build(), Dl4jModelTest.output(2)));
        all.add(Dl4jModelTest.stack(
                input, new DenseLayer.Builder().nOut(3).hasLayerNorm(true).build(), Dl4jModelTest.output(2)));
        return all;
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        List<String> expected = List.of("Deconvolution2D", "tanh", "softmax", "PNORM", "layer normalisation");
        for (int i = 0; i < expected.size(); i++) {
            MultiLayerConfiguration configuration = unsupported().get(i);
            Memory parameters = Dl4jModelTest.parameters(10_000);
            assertThatThrownBy(() -> Dl4jModel.of(configuration, parameters)
                            .toNetwork("net", new Shape(3, 8, 8), Dl4jModelTest.PREPROCESSING))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("layer layer0")
                    .hasMessageContaining(expected.get(i))
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void verticesThatAreNotSupportedAreRefusedByName() {
        ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder()
                .activation(Activation.IDENTITY)
                .convolutionMode(Truncate)
                .graphBuilder()
                .addInputs("picture")
                .addLayer("conv", Dl4jModelTest.convolution(6, 3, 3).build(), "picture")
                .addVertex("some", new SubsetVertex(0, 2), "conv")
                .addLayer("out", Dl4jModelTest.output(5), "some")
                .setOutputs("out")
                .setInputTypes(Dl4jModelTest.input(8, 8, CNN2DFormat.NCHW))
                .build();
        assertThatThrownBy(() -> Dl4jModel.of(configuration, Dl4jModelTest.parameters(1000))
                        .toNetwork("net", new Shape(3, 8, 8), Dl4jModelTest.PREPROCESSING))
                .hasMessageContaining("layer some")
                .hasMessageContaining("SubsetVertex");
    }
}
