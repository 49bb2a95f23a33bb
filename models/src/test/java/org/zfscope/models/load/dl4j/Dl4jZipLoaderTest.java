package org.zfscope.models.load.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.assertAgrees;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.channelsLast;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.feedForward;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.tensors;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class Dl4jZipLoaderTest {

    private static final String LENET = "data/weights/dl4j-lenet-mnist/mnist-model.zip";
    private static final int DIGITS = 1000;

    private final Path folder;

    Dl4jZipLoaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static INDArray digits(int count) throws IOException {
        Path file = SharedData.require("data/mnist-t10k/t10k-images-idx3-ubyte.gz");
        return Native.copyOf(Mnist.pictures(file, count), count, 1, 28, 28);
    }

    @Test
    void lenetReadsHandwriting() throws IOException {
        Network lenet = new Dl4jZipLoader().load(SharedData.require(LENET));
        assertThat(lenet.input()).isEqualTo(new Shape(1, 28, 28));
        assertThat(lenet.name()).isEqualTo("mnist-model");
        assertThat(lenet.preprocessing().channels()).isEqualTo(Channels.GREY);
        assertThat(lenet.preprocessing().source()).isEqualTo(Source.GUESS);
        byte[] labels = Mnist.labels(SharedData.require("data/mnist-t10k/t10k-labels-idx1-ubyte.gz"), DIGITS);
        int right = 0;
        try (INDArray pictures = digits(DIGITS);
                Activations run = lenet.forward(
                        tensors(pictures, lenet.input()),
                        Keep.only(lenet.output().name()))) {
            for (int i = 0; i < DIGITS; i++) {
                right += strongest(run.maps(lenet.output().name(), i)) == labels[i] ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(985);
    }

    private static int strongest(Tensor scores) {
        return IntStream.range(0, scores.values().length)
                .reduce(0, (a, b) -> scores.values()[b] > scores.values()[a] ? b : a);
    }

    @Test
    void lenetAgreesWithDl4j() throws IOException {
        Path file = SharedData.require(LENET);
        try (INDArray pictures = digits(20)) {
            Map<String, INDArray> theirs = feedForward(restored(file), pictures.reshape('c', 20, 784));
            assertAgrees(theirs, CNN2DFormat.NCHW, new Dl4jZipLoader().load(file), pictures);
        }
    }

    /** DL4J's own readers of the two entries; only our own test data is read so. */
    private static MultiLayerNetwork restored(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] json = zip.getInputStream(new ZipEntry("configuration.json")).readAllBytes();
            MultiLayerNetwork network = new MultiLayerNetwork(
                    MultiLayerConfiguration.fromJson(new String(json, java.nio.charset.StandardCharsets.UTF_8)));
            network.init(Nd4j.read(new DataInputStream(zip.getInputStream(new ZipEntry("coefficients.bin")))), false);
            return network;
        }
    }

    private static NeuralNetConfiguration.Builder builder(DataType type) {
        return new NeuralNetConfiguration.Builder().dataType(type).activation(Activation.RELU);
    }

    private static ConvolutionLayer convolution(CNN2DFormat order) {
        return new ConvolutionLayer.Builder(3, 3).nOut(4).dataFormat(order).build();
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder().activation(Activation.SOFTMAX).nOut(5).build();
    }

    private static MultiLayerNetwork small(InputType input, CNN2DFormat order, DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(builder(type)
                .list()
                .layer(convolution(order))
                .layer(output())
                .setInputType(input)
                .build());
        network.init();
        return network;
    }

    private Path save(org.deeplearning4j.nn.api.Model network) throws IOException {
        Path file = folder.resolve("saved.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        return file;
    }

    @ParameterizedTest
    @EnumSource(CNN2DFormat.class)
    void whatModelSerializerWritesComesBack(CNN2DFormat order) throws IOException {
        MultiLayerNetwork theirs = small(InputType.convolutional(8, 9, 3, order), order, DataType.FLOAT);
        Network ours = new Dl4jZipLoader().load(save(theirs));
        INDArray pictures = Nd4j.rand(DataType.FLOAT, 2, 3, 8, 9);
        INDArray given = order == CNN2DFormat.NHWC ? channelsLast(pictures) : pictures;
        assertAgrees(feedForward(theirs, given), order, ours, pictures);
        assertThat(ours.preprocessing().channels()).isEqualTo(Channels.BGR);
        assertThat(ours.preprocessing().source()).isEqualTo(Source.GUESS);
    }

    @Test
    void doublesBecomeFloats() throws IOException {
        MultiLayerNetwork theirs = small(InputType.convolutional(8, 8, 3), CNN2DFormat.NCHW, DataType.DOUBLE);
        Network ours = new Dl4jZipLoader().load(save(theirs));
        INDArray pictures = Nd4j.rand(DataType.FLOAT, 1, 3, 8, 8);
        assertAgrees(feedForward(theirs, pictures.castTo(DataType.DOUBLE)), CNN2DFormat.NCHW, ours, pictures);
    }

    @Test
    void graphsComeBack() throws IOException {
        ComputationGraph theirs = new ComputationGraph(builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("conv", convolution(CNN2DFormat.NCHW), "in")
                .addLayer("out", output(), "conv")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(8, 8, 3))
                .build());
        theirs.init();
        Network ours = new Dl4jZipLoader().load(save(theirs));
        INDArray pictures = Nd4j.rand(DataType.FLOAT, 1, 3, 8, 8);
        Map<String, INDArray> outputs = theirs.feedForward(pictures, false);
        outputs.remove("in");
        assertAgrees(outputs, CNN2DFormat.NCHW, ours, pictures);
    }

    @Test
    void graphsMayHaveSeveralOutputs() throws IOException {
        ComputationGraph theirs = new ComputationGraph(builder(DataType.FLOAT)
                .graphBuilder()
                .addInputs("in")
                .addLayer("conv", convolution(CNN2DFormat.NCHW), "in")
                .addLayer("scores", output(), "conv")
                .addLayer("aux", output(), "conv")
                .setOutputs("aux", "scores")
                .setInputTypes(InputType.convolutional(8, 8, 3))
                .build());
        theirs.init();
        Network ours = new Dl4jZipLoader().load(save(theirs));
        assertThat(ours.outputs())
                .containsExactly(new Output("aux", "aux_softmax"), new Output("scores", "scores_softmax"));
        INDArray pictures = Nd4j.rand(DataType.FLOAT, 1, 3, 8, 8);
        Map<String, INDArray> outputs = theirs.feedForward(pictures, false);
        outputs.remove("in");
        assertAgrees(outputs, CNN2DFormat.NCHW, ours, pictures);
    }

    @Test
    void theCardInsideNamesAndLabels() throws IOException {
        Path file = save(small(InputType.convolutional(8, 8, 1), CNN2DFormat.NCHW, DataType.FLOAT));
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath("zfscope.json"), """
                    {"name": "dots", "labels": ["a", "b", "c", "d", "e"],
                     "preprocessing": {"channels": "grey", "mean": [128], "scale": [0.5]}}
                    """);
        }
        Network network = new Dl4jZipLoader().load(file);
        assertThat(network.name()).isEqualTo("dots");
        assertThat(network.labels()).isEqualTo(List.of("a", "b", "c", "d", "e"));
        assertThat(network.preprocessing().source()).isEqualTo(Source.FILE);
        assertThat(network.preprocessing().mean().values()).containsExactly(128);
    }

    @Test
    void theUserSaysTheSizeThatTheFileLeavesOpen() throws IOException {
        Path file = save(small(InputType.convolutional(8, 8, 3), CNN2DFormat.NCHW, DataType.FLOAT));
        assertThat(new Dl4jZipLoader().load(file).inputSource()).isEqualTo(Source.GUESS);
        assertThat(new Dl4jZipLoader()
                        .load(ModelSource.ofFile(file).withSize(Optional.of(new InputSize(8, 8))))
                        .input())
                .isEqualTo(new Shape(3, 8, 8));
    }
}
