package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.tensor.Shape;

/** Exporters' long names are found by their ends. */
class NetworkNamesTest {

    private final Network network = new NetworkSketch(new Shape(1, 2, 2))
            .then("/features/features.3/conv/Relu", new Relu())
            .then("/features/features.4/conv/Relu", new Relu())
            .then("/head/Relu", new Relu())
            .then("blocks.0.act", new Relu())
            .then("Relu", new Relu())
            .network();

    @Test
    void aLayerIsFoundByTheOnlyEndOfItsName() {
        assertThat(network.named("head/Relu")).isEqualTo("/head/Relu");
        assertThat(network.named("features.3/conv/Relu")).isEqualTo("/features/features.3/conv/Relu");
        assertThat(network.named("act")).isEqualTo("blocks.0.act");
    }

    @Test
    void aWholeNameComesFirst() {
        assertThat(network.named("Relu")).isEqualTo("Relu");
    }

    @Test
    void namesThatCannotBeToldApartAreListed() {
        assertThatThrownBy(() -> network.named("conv/Relu"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 layers whose names end in conv/Relu")
                .hasMessageContaining("/features/features.3/conv/Relu, /features/features.4/conv/Relu");
    }

    @Test
    void anEndInTheMiddleOfAWordIsNone() {
        assertThatThrownBy(() -> network.named("elu"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("elu");
    }
}
