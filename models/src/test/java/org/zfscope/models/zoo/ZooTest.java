package org.zfscope.models.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.assertAgrees;
import static org.zfscope.models.load.dl4j.Dl4jAgreement.feedForward;

import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

class ZooTest {

    private static List<String> names(Network network) {
        return network.nodes().stream().map(Node::name).toList();
    }

    private static List<Integer> sides(Network network, String... layers) {
        return Stream.of(layers)
                .map(network::shape)
                .peek(shape -> assertThat(shape.width()).isEqualTo(shape.height()))
                .map(Shape::height)
                .toList();
    }

    /** The window of the input that decides the layer's output at (y, x). */
    private static Window receptiveField(Network network, String layer, int y, int x) {
        Window window = Window.at(y, x);
        Node node = network.node(layer);
        while (true) {
            String from = node.inputs().get(0);
            window = node.layer().reach(window, network.shape(from));
            if (from.equals(Network.INPUT)) {
                return window;
            }
            node = network.node(from);
        }
    }

    private static void assertReceptiveField(Network network, String layer, int size, int stride, int offset) {
        assertThat(receptiveField(network, layer, 0, 0)).as(layer).isEqualTo(new Window(offset, offset, size, size));
        assertThat(receptiveField(network, layer, 1, 0).y()).as(layer).isEqualTo(offset + stride);
    }

    /** The expected outputs come from DL4J with the very same weights. */
    private static void assertAgreesWithDl4j(Network network, MultiLayerConfiguration configuration) {
        MultiLayerNetwork theirs = new MultiLayerNetwork(configuration);
        theirs.init(flat(network), false);
        Nd4j.getRandom().setSeed(5);
        Shape input = network.input();
        INDArray picture = Nd4j.rand(DataType.FLOAT, input.batch(1)).subi(0.5).muli(200);
        assertAgrees(feedForward(theirs, picture), CNN2DFormat.NCHW, network, picture);
        theirs.close();
    }

    /** In DL4J's order: a convolution's biases before its weights, a dense layer's after. */
    private static INDArray flat(Network network) {
        INDArray flat = Native.allocate(1, network.parameters());
        var to = Native.floats(flat);
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Convolution convolution) {
                to.put(convolution.weights().bias()).put(convolution.weights().floats());
            } else if (node.layer() instanceof Dense dense) {
                to.put(dense.weights().floats()).put(dense.weights().bias());
            }
        }
        assertThat(to.remaining()).isZero();
        return flat;
    }

    @Test
    void zfNetHasThePapersSizes() {
        Network zfnet = ZfNet.create(1);
        assertThat(zfnet.input()).isEqualTo(new Shape(3, 224, 224));
        assertThat(sides(zfnet, "conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5"))
                .containsExactly(110, 55, 26, 13, 13, 13, 13, 6);
        assertThat(zfnet.shape("pool5").size()).isEqualTo(9216);
        assertThat(zfnet.parameters()).isEqualTo(62_357_608);
        assertThat(names(zfnet))
                .startsWith("conv1", "relu1", "pool1", "norm1", "conv2", "relu2", "pool2", "norm2", "conv3", "relu3")
                .endsWith("pool5", "fc6", "relu6", "drop6", "fc7", "relu7", "drop7", "fc8", "prob");
        assertReceptiveField(zfnet, "conv1", 7, 2, -1);
        assertReceptiveField(zfnet, "pool1", 11, 4, -1);
        assertReceptiveField(zfnet, "conv2", 27, 8, -1);
        assertReceptiveField(zfnet, "pool2", 43, 16, -1);
        assertReceptiveField(zfnet, "conv3", 75, 16, -17);
        assertReceptiveField(zfnet, "conv5", 139, 16, -49);
        assertReceptiveField(zfnet, "pool5", 171, 32, -49);
        assertThat(zfnet.node("norm2").layer()).isEqualTo(new LocalResponseNorm(5, 1e-4f, 0.75f, 2));
    }

    /** Caffe rounds up: windows start at 0, 2, 4, ... and the last one is cut off at the border. */
    @Test
    void zfNetsOverlappingPoolsHaveCaffesWindows() {
        Network zfnet = ZfNet.create(1);
        for (String pool : List.of("pool1", "pool2")) {
            MaxPool layer = (MaxPool) zfnet.node(pool).layer();
            Shape maps = zfnet.shape(zfnet.node(pool).inputs().get(0));
            int last = zfnet.shape(pool).height() - 1;
            assertThat(layer.reach(Window.at(0, 0), maps)).isEqualTo(new Window(0, 0, 3, 3));
            assertThat(layer.reach(Window.at(1, 2), maps)).isEqualTo(new Window(2, 4, 3, 3));
            assertThat(layer.reach(Window.at(last, last), maps).clip(maps))
                    .isEqualTo(new Window(2 * last, 2 * last, 2, 2));
        }
    }

    @Test
    void zfNetAgreesWithDl4j() {
        assertAgreesWithDl4j(ZfNet.create(3), ZfNet.configuration(3, 1000));
    }

    @Test
    void alexNetHasThePapersSizesInOneColumn() {
        Network alexnet = AlexNet.create(1);
        assertThat(alexnet.input()).isEqualTo(new Shape(3, 227, 227));
        assertThat(sides(alexnet, "conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5"))
                .containsExactly(55, 27, 27, 13, 13, 13, 13, 6);
        assertThat(alexnet.parameters()).isEqualTo(62_378_344);
        assertThat(names(alexnet)).startsWith("conv1", "relu1", "norm1", "pool1", "conv2", "relu2", "norm2", "pool2");
        assertReceptiveField(alexnet, "conv1", 11, 4, 0);
        assertReceptiveField(alexnet, "pool1", 19, 8, 0);
        assertReceptiveField(alexnet, "conv2", 51, 8, -16);
        assertReceptiveField(alexnet, "pool2", 67, 16, -16);
        assertReceptiveField(alexnet, "conv3", 99, 16, -32);
        assertReceptiveField(alexnet, "conv5", 163, 16, -64);
        assertReceptiveField(alexnet, "pool5", 195, 32, -64);
    }

    @Test
    void alexNetAgreesWithDl4j() {
        assertAgreesWithDl4j(AlexNet.create(3), AlexNet.configuration(3, 1000));
    }

    @Test
    void vgg16IsAsItsPaperHasIt() {
        Network vgg = Vgg16.create(1);
        assertThat(vgg.parameters()).isEqualTo(138_357_544);
        assertThat(sides(vgg, "conv1_2", "pool1", "pool2", "pool3", "pool4", "conv5_3", "pool5"))
                .containsExactly(224, 112, 56, 28, 14, 14, 7);
        assertThat(names(vgg))
                .startsWith("conv1_1", "relu1_1", "conv1_2", "relu1_2", "pool1", "conv2_1")
                .endsWith("fc8", "prob");
        assertReceptiveField(vgg, "conv5_3", 196, 16, -90);
        assertReceptiveField(vgg, "pool5", 212, 32, -90);
        assertThat(vgg.preprocessing().channels()).isEqualTo(Channels.BGR);
        assertThat(vgg.preprocessing().shortSide()).isEqualTo(256);
        assertThat(vgg.preprocessing().source()).isEqualTo(Source.DEFAULT);
    }

    @Test
    void vgg16AgreesWithDl4j() {
        assertAgreesWithDl4j(Vgg16.create(3), Vgg16.configuration(3, 1000));
    }
}
