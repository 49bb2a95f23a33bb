package org.zfscope.models.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.load.dl4j.Dl4jModel;

class SmallNetworksTest {

    private static Network network(MultiLayerConfiguration configuration) {
        Dl4jModel model = Dl4jModel.of(configuration, Memory.allocate(Dl4jModel.parameters(configuration)));
        Preprocessing preprocessing = Preprocessing.torch(Preprocessing.Source.DEFAULT);
        return model.toNetwork("small", model.input(Optional.empty()), preprocessing);
    }

    /** Caffe's cifar10_quick: sizes 32, 16, 16, 8, 8, 4 and 145,578 parameters. */
    @Test
    void cifar10QuickIsCaffes() {
        Network quick = network(Cifar10Quick.configuration(1, 10));
        assertThat(quick.parameters()).isEqualTo(145_578);
        assertThat(quick.shape("conv1")).hasToString("32 x 32 x 32");
        assertThat(quick.shape("pool1")).hasToString("32 x 16 x 16");
        assertThat(quick.shape("pool2")).hasToString("32 x 8 x 8");
        assertThat(quick.shape("pool3")).hasToString("64 x 4 x 4");
    }

    @Test
    void zfNetSHalvesItsMapsLikeThePapersNetwork() {
        Network small = network(ZfNetS.configuration(1, 10));
        assertThat(Dl4jModel.parameters(ZfNetS.configuration(1, 10))).isEqualTo(1_206_314);
        assertThat(small.shape("conv1")).hasToString("48 x 64 x 64");
        assertThat(small.shape("conv2")).hasToString("96 x 16 x 16");
        assertThat(small.shape("conv5")).hasToString("128 x 8 x 8");
        assertThat(small.shape("pool5")).hasToString("128 x 4 x 4");
    }
}
