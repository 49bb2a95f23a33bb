package org.zfscope.models.load.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deeplearning4j.nn.conf.ConvolutionMode.Same;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.assertAgrees;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.channelsLast;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.feedForward;

import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;

class Dl4jModelTest {

    static final Preprocessing PREPROCESSING = Preprocessing.caffe(Source.GUESS);

    static ConvolutionLayer.Builder convolution(int filters, int kernelHeight, int kernelWidth) {
        return new ConvolutionLayer.Builder(kernelHeight, kernelWidth).nOut(filters);
    }

    static SubsamplingLayer.Builder pool(PoolingType type, int kernel, int stride) {
        return new SubsamplingLayer.Builder(type).kernelSize(kernel, kernel).stride(stride, stride);
    }

    static OutputLayer output(int classes) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(classes)
                .build();
    }

    static MultiLayerConfiguration stack(InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(3)
                .activation(Activation.IDENTITY)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        return list.setInputType(input).build();
    }

    static InputType input(int height, int width, CNN2DFormat order) {
        return InputType.convolutional(height, width, 3, order);
    }

    static Memory parameters(long count) {
        return Memory.of(RandomTensors.values(new Random(count), Math.toIntExact(count), 1));
    }

    private static INDArray random(long... shape) {
        return Nd4j.rand(DataType.FLOAT, shape).subi(0.5).detach();
    }

    private static void randomise(INDArray parameters) {
        parameters.assign(
                Nd4j.rand(DataType.FLOAT, parameters.shape()).subi(0.5).muli(0.6));
    }

    /** Builds the network in DL4J and here and compares every layer. */
    private static Network check(MultiLayerConfiguration configuration, CNN2DFormat order, int height, int width) {
        MultiLayerNetwork theirs = new MultiLayerNetwork(configuration);
        theirs.init();
        randomise(theirs.params());
        INDArray pictures = random(2, 3, height, width);
        Network ours = Dl4jModel.of(theirs).toNetwork("net", new Shape(3, height, width), PREPROCESSING);
        INDArray given = order == CNN2DFormat.NHWC ? channelsLast(pictures) : pictures;
        assertAgrees(feedForward(theirs, given), order, ours, pictures);
        return ours;
    }

    @ParameterizedTest
    @CsvSource({
        "Truncate,NCHW,5,3,1,1,0", "Truncate,NCHW,3,5,2,1,1", "Truncate,NHWC,3,3,2,1,2", "Strict,NCHW,3,3,1,1,1",
        "Same,NCHW,3,3,1,1,0", "Same,NCHW,4,3,1,1,0", "Same,NCHW,3,2,2,1,0", "Same,NHWC,5,3,3,1,0",
        "Truncate,NCHW,3,3,1,2,0", "Same,NCHW,3,3,1,2,0", "Same,NCHW,1,1,2,1,0", "Same,NHWC,2,2,1,3,0"
    })
    void convolutionsAgree(
            ConvolutionMode mode,
            CNN2DFormat order,
            int kernelHeight,
            int kernelWidth,
            int stride,
            int dilation,
            int padding) {
        ConvolutionLayer layer = convolution(4, kernelHeight, kernelWidth)
                .stride(stride, stride)
                .dilation(dilation, dilation)
                .padding(padding, padding)
                .convolutionMode(mode)
                .dataFormat(order)
                .activation(Activation.RELU)
                .build();
        check(stack(input(14, 11, order), layer, output(5)), order, 14, 11);
    }

    @ParameterizedTest
    @CsvSource({
        "MAX,Truncate,NCHW,2,2,0", "MAX,Truncate,NCHW,3,2,1", "MAX,Same,NCHW,3,2,0", "MAX,Same,NHWC,2,2,0",
        "MAX,Same,NCHW,2,3,0", "AVG,Truncate,NCHW,3,2,0", "AVG,Truncate,NCHW,3,2,1", "AVG,Same,NCHW,3,2,0",
        "AVG,Same,NHWC,2,1,0"
    })
    void poolsAgree(PoolingType type, ConvolutionMode mode, CNN2DFormat order, int kernel, int stride, int padding) {
        SubsamplingLayer layer = pool(type, kernel, stride)
                .padding(padding, padding)
                .convolutionMode(mode)
                .dataFormat(order)
                .build();
        check(
                stack(
                        input(13, 10, order),
                        convolution(4, 3, 3).dataFormat(order).build(),
                        layer,
                        output(5)),
                order,
                13,
                10);
    }

    @ParameterizedTest
    @EnumSource(ConvolutionMode.class)
    void averagesWithPaddingInTheDivisorAgree(ConvolutionMode mode) {
        if (mode == ConvolutionMode.Causal) {
            return;
        }
        SubsamplingLayer layer = pool(PoolingType.AVG, 3, 2)
                .padding(mode == Same ? 0 : 1, mode == Same ? 0 : 1)
                .convolutionMode(mode)
                .avgPoolIncludePadInDivisor(true)
                .build();
        check(stack(input(11, 9, CNN2DFormat.NCHW), layer, output(5)), CNN2DFormat.NCHW, 11, 9);
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void everyKindOfLayerAgrees(CNN2DFormat order) {
        MultiLayerConfiguration configuration = stack(
                input(20, 17, order),
                new ZeroPaddingLayer.Builder(1, 2, 3, 0).dataFormat(order).build(),
                convolution(6, 3, 3)
                        .dataFormat(order)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                new BatchNormalization.Builder()
                        .dataFormat(order)
                        .useLogStd(true)
                        .build(),
                new ActivationLayer.Builder().activation(Activation.LEAKYRELU).build(),
                new LocalResponseNormalization.Builder(2, 5, 0.3, 0.75)
                        .dataFormat(order)
                        .build(),
                pool(PoolingType.MAX, 3, 2).dataFormat(order).build(),
                convolution(4, 2, 2)
                        .dataFormat(order)
                        .activation(new ActivationReLU())
                        .build(),
                new DenseLayer.Builder().nOut(9).activation(Activation.RELU).build(),
                new DropoutLayer.Builder(0.5).build(),
                new DenseLayer.Builder()
                        .nOut(8)
                        .hasBias(false)
                        .activation(Activation.IDENTITY)
                        .build(),
                new BatchNormalization.Builder()
                        .useLogStd(true)
                        .lockGammaBeta(true)
                        .build(),
                new DenseLayer.Builder().nOut(7).activation(Activation.IDENTITY).build(),
                new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .build());
        check(configuration, order, 20, 17);
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void dropoutBetweenFlatteningAndDenseChangesNoOrder(CNN2DFormat order) {
        MultiLayerConfiguration configuration = stack(
                input(6, 5, order),
                convolution(4, 3, 3)
                        .dataFormat(order)
                        .activation(Activation.RELU)
                        .build(),
                new DropoutLayer.Builder(0.5).build(),
                output(5));
        configuration
                .getInputPreProcessors()
                .put(1, configuration.getInputPreProcessors().remove(2));
        MultiLayerNetwork theirs = new MultiLayerNetwork(configuration);
        theirs.init();
        INDArray picture = random(1, 3, 6, 5);
        Network ours = Dl4jModel.of(theirs).toNetwork("net", new Shape(3, 6, 5), PREPROCESSING);
        INDArray given = order == CNN2DFormat.NHWC ? channelsLast(picture) : picture;
        assertAgrees(feedForward(theirs, given), order, ours, picture);
    }

    @ParameterizedTest
    @EnumSource(PoolingType.class)
    void globalPoolsAgree(PoolingType type) {
        if (type == PoolingType.PNORM) {
            return;
        }
        for (CNN2DFormat order : CNN2DFormat.values()) {
            check(
                    stack(
                            input(9, 8, order),
                            convolution(5, 3, 3).dataFormat(order).build(),
                            new GlobalPoolingLayer.Builder(type)
                                    .poolingDimensions(order == CNN2DFormat.NCHW ? new int[] {2, 3} : new int[] {1, 2})
                                    .build(),
                            output(4)),
                    order,
                    9,
                    8);
        }
    }

    @Test
    void batchNormWithPlainVarianceAgrees() {
        MultiLayerConfiguration configuration = stack(
                input(7, 7, CNN2DFormat.NCHW),
                convolution(4, 3, 3).build(),
                new BatchNormalization.Builder().useLogStd(false).eps(0.01).build(),
                output(3));
        MultiLayerNetwork theirs = new MultiLayerNetwork(configuration);
        theirs.init();
        randomise(theirs.params());
        theirs.getLayer(1).getParam("var").assign(Nd4j.createFromArray(0.5f, 2f, 0.1f, 1f));
        INDArray picture = random(1, 3, 7, 7);
        Network ours = Dl4jModel.of(theirs).toNetwork("net", new Shape(3, 7, 7), PREPROCESSING);
        assertAgrees(feedForward(theirs, picture), CNN2DFormat.NCHW, ours, picture);
    }

    @Test
    void frozenLayersAreTheLayersInside() {
        MultiLayerConfiguration configuration = stack(
                input(8, 8, CNN2DFormat.NCHW),
                new FrozenLayer(convolution(4, 3, 3).activation(Activation.RELU).build()),
                output(3));
        assertThat(check(configuration, CNN2DFormat.NCHW, 8, 8).nodes().get(0).layer())
                .isInstanceOf(Convolution.class);
    }

    private static ComputationGraphConfiguration graph(CNN2DFormat order) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .activation(Activation.IDENTITY)
                .convolutionMode(Same)
                .graphBuilder()
                .addInputs("picture")
                .addLayer(
                        "stem",
                        convolution(6, 3, 3)
                                .dataFormat(order)
                                .activation(Activation.RELU)
                                .build(),
                        "picture")
                .addLayer(
                        "left",
                        convolution(4, 1, 1)
                                .dataFormat(order)
                                .activation(Activation.RELU)
                                .build(),
                        "stem")
                .addLayer(
                        "right",
                        convolution(6, 3, 3)
                                .dataFormat(order)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "stem")
                .addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "stem", "right")
                .addVertex("merge", new MergeVertex(), "left", "add")
                .addLayer("pool", pool(PoolingType.MAX, 2, 2).dataFormat(order).build(), "merge")
                .addLayer(
                        "fc",
                        new DenseLayer.Builder()
                                .nOut(12)
                                .activation(Activation.RELU)
                                .build(),
                        "pool")
                .addLayer("out", output(5), "fc")
                .setOutputs("out")
                .setInputTypes(input(9, 10, order))
                .build();
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void graphsAgree(CNN2DFormat order) {
        ComputationGraph theirs = new ComputationGraph(graph(order));
        theirs.init();
        randomise(theirs.params());
        INDArray pictures = random(2, 3, 9, 10);
        Network ours = Dl4jModel.of(theirs).toNetwork("net", new Shape(3, 9, 10), PREPROCESSING);
        INDArray given = order == CNN2DFormat.NHWC ? channelsLast(pictures) : pictures;
        Map<String, INDArray> outputs = theirs.feedForward(given, false);
        outputs.remove("picture");
        assertAgrees(outputs, order, ours, pictures);
        assertThat(ours.nodes().stream().map(Node::name).toList())
                .containsSubsequence("stem", "stem_relu", "merge", "pool", "fc", "fc_relu", "out", "out_softmax");
    }

    @Test
    void sumPoolsAddUpTheirWindows() {
        MultiLayerConfiguration configuration =
                stack(input(6, 6, CNN2DFormat.NCHW), pool(PoolingType.SUM, 2, 2).build(), output(3));
        Memory parameters = parameters(Dl4jModel.parameters(configuration));
        Network network = Dl4jModel.of(configuration, parameters).toNetwork("net", new Shape(3, 6, 6), PREPROCESSING);
        assertThat(network.nodes().get(0).layer())
                .isInstanceOfSatisfying(
                        AveragePool.class, p -> assertThat(p.divisor()).isEqualTo(AveragePool.Divisor.ONE));
    }

    @Test
    void weightsShareTheMemoryOfTheFlatParameters() {
        MultiLayerConfiguration configuration =
                stack(input(6, 6, CNN2DFormat.NCHW), convolution(2, 3, 3).build(), output(3));
        Memory parameters = parameters(Dl4jModel.parameters(configuration));
        Network network = Dl4jModel.of(configuration, parameters).toNetwork("net", new Shape(3, 6, 6), PREPROCESSING);
        FloatBuffer flat = parameters.floats();
        while (flat.hasRemaining()) {
            flat.put(7);
        }
        Convolution first = (Convolution) network.nodes().get(0).layer();
        Dense last = (Dense) network.nodes().get(network.nodes().size() - 2).layer();
        assertThat(first.weights().values()).containsOnly(7);
        assertThat(last.weights().values()).containsOnly(7);
        assertThat(network.parameters()).isEqualTo(flat.capacity());
    }
}
