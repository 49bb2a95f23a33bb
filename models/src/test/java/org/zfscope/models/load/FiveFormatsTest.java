package org.zfscope.models.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.load.caffe.CaffeSmallNet;
import org.zfscope.models.load.dl4j.Dl4jSmallNet;
import org.zfscope.models.load.keras.KerasSmallNet;
import org.zfscope.models.load.onnx.OnnxSmallNet;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;

/** One network in five formats is one network. */
class FiveFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void everyLayerGivesTheSame() throws IOException {
        SmallNet net = SmallNet.random();
        Tensor picture = RandomTensors.picture(new Random(5), SmallNet.INPUT);
        List<Tensor> expected = layers(CaffeSmallNet.open(net, folder), picture);
        assertThat(expected).hasSize(7);
        check(expected, layers(OnnxSmallNet.open(net, folder), picture));
        check(expected, layers(Dl4jSmallNet.open(net, folder), picture));
        check(expected, layers(KerasSmallNet.open2(net, folder), picture));
        check(expected, layers(KerasSmallNet.open3(net, folder), picture));
    }

    /** What each layer gives that changes numbers, in order; the network is closed. */
    private static List<Tensor> layers(Network opened, Tensor picture) {
        try (Network network = opened;
                Activations run = network.forward(picture, Keep.everything())) {
            return network.nodes().stream()
                    .filter(node -> !(node.layer() instanceof Flatten || node.layer() instanceof Dropout))
                    .map(node -> run.maps(node.name(), 0))
                    .toList();
        }
    }

    private static void check(List<Tensor> expected, List<Tensor> found) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.get(i).shape()).isEqualTo(expected.get(i).shape());
            assertThat(found.get(i).values())
                    .as("layer %d", i)
                    .usingComparatorWithPrecision(1e-5f)
                    .containsExactly(expected.get(i).values());
        }
    }
}
