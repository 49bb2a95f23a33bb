package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** oneDNN and our own shortcuts must not change what is learned. */
class GradientTest {

    private static final String DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    @AfterEach
    void allowAgain() {
        System.clearProperty(DISABLED);
        OneDnn.allow();
    }

    @Test
    void gradientsAreTheSameWithAndWithoutOneDnn() {
        INDArray slow = gradient(network(false, everything()));
        INDArray fast = gradient(network(true, everything()));
        assertThat(fast.distance2(slow)).isLessThan(1e-4 * slow.norm2Number().doubleValue());
        assertThat(fast.sub(slow).amaxNumber().doubleValue())
                .isLessThan(1e-4 * slow.amaxNumber().doubleValue());
    }

    /** DL4J's own derivative is approximate where alpha is large: finite differences decide. */
    @Test
    void theGradientThroughNormalizationIsTheTrueOne() {
        MultiLayerNetwork network = network(true, smooth());
        INDArray gradient = gradient(network).divi(PICTURES); // DL4J divides by the batch later
        INDArray bias = network.getParam("0_b");
        for (int map = 0; map < bias.length(); map++) {
            double step = 1e-2;
            double old = bias.getDouble(map);
            bias.putScalar(map, old + step);
            double up = loss(network);
            bias.putScalar(map, old - step);
            double down = loss(network);
            bias.putScalar(map, old);
            double expected = (up - down) / (2 * step);
            assertThat(gradient.getDouble(map)).as("bias %d", map).isEqualTo(expected, within(2e-3));
        }
    }

    private static final int PICTURES = 4;
    private static final INDArray INPUT = random(11, PICTURES, 3, 24, 24);

    private static INDArray random(long seed, long... shape) {
        Nd4j.getRandom().setSeed(seed);
        return Nd4j.randn(shape);
    }

    private static INDArray gradient(MultiLayerNetwork network) {
        loss(network);
        network.computeGradientAndScore();
        return network.gradient().gradient().dup();
    }

    private static double loss(MultiLayerNetwork network) {
        INDArray targets = Nd4j.zeros(PICTURES, 5);
        for (int i = 0; i < PICTURES; i++) {
            targets.putScalar(i, i, 1);
        }
        network.setInput(INPUT);
        network.setLabels(targets);
        network.computeGradientAndScore();
        return network.score();
    }

    private static MultiLayerNetwork network(boolean fast, MultiLayerConfiguration configuration) {
        System.setProperty(DISABLED, String.valueOf(!fast));
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        if (fast) {
            List.of(network.getLayers()).forEach(AcrossMaps::speedUp);
            List.of(network.getLayers()).forEach(BatchMoments::speedUp);
            Arrays.asList(network.getLayers()).replaceAll(SwitchedPool::insteadOf);
        }
        return network;
    }

    /** Without a kink, so that finite differences hold. */
    private static MultiLayerConfiguration smooth() {
        return with(
                filters(7, 2, 8),
                new ActivationLayer(Activation.SOFTPLUS),
                new LocalResponseNormalization.Builder(2, 5, 0.05, 0.75).build(),
                classes());
    }

    private static MultiLayerConfiguration everything() {
        return with(
                filters(7, 2, 8),
                new ActivationLayer(Activation.RELU),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build(),
                new LocalResponseNormalization.Builder(2, 5, 1e-4, 0.75).build(),
                filters(3, 1, 6),
                new BatchNormalization.Builder().build(),
                new ActivationLayer(Activation.RELU),
                classes());
    }

    private static ConvolutionLayer filters(int size, int stride, int maps) {
        return new ConvolutionLayer.Builder(size, size)
                .stride(stride, stride)
                .padding(size / 2, size / 2)
                .nOut(maps)
                .build();
    }

    private static OutputLayer classes() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(5)
                .build();
    }

    private static MultiLayerConfiguration with(Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .list();
        List.of(layers).forEach(list::layer);
        return list.setInputType(InputType.convolutional(24, 24, 3)).build();
    }
}
