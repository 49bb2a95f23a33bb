package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomLayers;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Who opens a network closes it, and then its weights are gone. */
class NetworkCloseTest {

    private static final Shape INPUT = new Shape(1, 3, 3);
    private static final Tensor PICTURE = Tensor.zeros(INPUT);

    private static Network network() {
        RandomLayers layers = new RandomLayers(new Random(1));
        NetworkSketch sketch = new NetworkSketch(INPUT);
        return sketch.then("dense", layers.dense(INPUT, 4))
                .then("relu", new Relu())
                .network();
    }

    private static void runs(Network network) {
        network.forward(PICTURE, Keep.everything()).close();
    }

    private static void assertClosed(Network network) {
        assertThatThrownBy(() -> runs(network))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sketch")
                .hasMessageContaining("closed");
    }

    @Test
    void aClosedNetworkSaysSoWhenItIsRun() {
        Network network = network();
        network.close();
        network.close();
        assertClosed(network);
        Weights weights = ((Dense) network.node("dense").layer()).weights();
        assertThatThrownBy(weights::values).isInstanceOf(IllegalStateException.class);
    }

    /** 200 MB of weights, with a form for the engine; the collector cannot take what is still in use. */
    @Test
    void closingGivesTheMemoryBackAtOnce() {
        int inputs = 1 << 20;
        Shape wide = new Shape(1, 1024, 1024);
        Memory memory = Memory.allocate(50L * inputs);
        for (int i = 0; i < memory.floats().capacity(); i += 1024) {
            memory.floats().put(i, 1);
        }
        long full = Pointer.physicalBytes();
        Dense dense = new Dense(Weights.in(memory, new float[50], 50, inputs));
        Network network = new NetworkSketch(wide).then("dense", dense).network();
        network.forward(Tensor.zeros(wide), Keep.everything()).close();

        network.close();

        assertThat(Pointer.physicalBytes()).isLessThan(full - 150_000_000);
        assertThat(network.node("dense").layer()).isSameAs(dense);
    }

    @Test
    void whatStandsForTheSameNetworkIsClosedWithIt() {
        Network network = network();
        Network labelled = network.withLabels(List.of("a"))
                .with(Preprocessing.unit(Channels.GREY, Source.OPTION))
                .on(network.engine());
        runs(labelled);
        labelled.close();
        assertClosed(network);
    }

    @Test
    void aSharedNetworkLivesUntilTheLastOfBothIsClosed() {
        Network network = network();
        Network shared = network.shared();
        network.close();
        assertClosed(network);
        assertThatThrownBy(network::shared).isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> runs(shared)).doesNotThrowAnyException();
        shared.close();
        assertClosed(shared);
    }

    @Test
    void aRunThatOutlivesItsNetworkStillHasWhatItKept() {
        Network network = network();
        try (Activations run = network.forward(PICTURE, Keep.everything())) {
            network.close();
            assertThatCode(() -> run.maps("relu", 0)).doesNotThrowAnyException();
            assertThatThrownBy(() -> run.maps("dense", 0)).hasMessageContaining("closed");
        }
    }
}
