package org.zfscope.models.load.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Compares what DL4J's own forward pass gives with ours, layer by layer. */
public final class Dl4jAgreement {

    private static final float TOLERANCE = 1e-4f;

    private Dl4jAgreement() {}

    /** DL4J's outputs by the names of the layers, without those that an activation layer after them has overwritten. */
    public static Map<String, INDArray> feedForward(MultiLayerNetwork network, INDArray input) {
        List<INDArray> outputs = network.feedForward(input, false);
        Map<String, INDArray> byName = new LinkedHashMap<>();
        for (int i = 0; i < network.getnLayers(); i++) {
            boolean overwritten = i + 1 < network.getnLayers()
                    && network.getLayer(i + 1).conf().getLayer() instanceof ActivationLayer;
            if (!overwritten) {
                byName.put(network.getLayer(i).conf().getLayer().getLayerName(), outputs.get(i + 1));
            }
        }
        return byName;
    }

    /** Channels last, as DL4J's NHWC networks take it. */
    static INDArray channelsLast(INDArray pictures) {
        return pictures.permute(0, 2, 3, 1).dup('c');
    }

    /** Every one of DL4J's outputs must be ours, within 1e-4 of the layer's largest value. */
    public static void assertAgrees(Map<String, INDArray> theirs, CNN2DFormat order, Network network, INDArray input) {
        int compared = 0;
        try (Activations ours = network.forward(tensors(input, network.input()), Keep.everything())) {
            for (Map.Entry<String, INDArray> their : theirs.entrySet()) {
                List<String> names = Stream.of("", "_relu", "_leakyrelu", "_softmax")
                        .map(suffix -> their.getKey() + suffix)
                        .filter(network::has)
                        .toList();
                if (!names.isEmpty()) {
                    compare(their.getKey(), their.getValue(), order, ours.maps(names.get(names.size() - 1)));
                    compared++;
                }
            }
        }
        assertThat(compared).as("layers compared").isGreaterThan(theirs.size() / 2);
    }

    private static void compare(String name, INDArray theirs, CNN2DFormat order, Maps ours) {
        for (int picture = 0; picture < ours.pictures(); picture++) {
            Tensor mine = ours.picture(picture);
            Tensor expected = tensor(theirs, picture, order, mine.shape());
            float scale = expected.maxAbs();
            assertThat(scale).as("largest value of %s", name).isBetween(1e-6f, 1e6f);
            float worst = 0;
            for (int i = 0; i < mine.values().length; i++) {
                worst = Math.max(worst, Math.abs(mine.values()[i] - expected.values()[i]));
            }
            assertThat(worst / scale)
                    .as("difference in layer %s, picture %d", name, picture)
                    .isLessThan(TOLERANCE);
        }
    }

    /** A batch of ND4J's, picture by picture. */
    public static List<Tensor> tensors(INDArray batch, Shape shape) {
        return IntStream.range(0, (int) batch.size(0))
                .mapToObj(i -> tensor(batch, i, CNN2DFormat.NCHW, shape))
                .toList();
    }

    private static Tensor tensor(INDArray all, int picture, CNN2DFormat order, Shape shape) {
        assertThat(all.length() / all.size(0)).isEqualTo(shape.size());
        float[] values = all.slice(picture).dup('c').data().asFloat();
        if (order == CNN2DFormat.NCHW) {
            return new Tensor(shape, values);
        }
        float[] sorted = new float[values.length];
        for (int c = 0; c < shape.channels(); c++) {
            for (int p = 0; p < shape.area(); p++) {
                sorted[c * shape.area() + p] = values[p * shape.channels() + c];
            }
        }
        return new Tensor(shape, sorted);
    }
}
