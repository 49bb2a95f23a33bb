package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.viz.analysis.TinyWorld;

class TargetTest {

    private static final Target.Strongest UNIT = new Target.Strongest("relu1", 2);

    private final Network network = TinyWorld.network();

    @Test
    void everyTargetButAClassLiesInAMap() {
        assertThat(UNIT.map()).contains(UNIT);
        assertThat(new Target.Neuron("relu1", 2, 3, 4).map()).contains(UNIT);
        assertThat(new Target.WholeMap("relu1", 2).map()).contains(UNIT);
        assertThat(new Target.ClassScore(2).map()).isEmpty();
    }

    @Test
    void aNetworkHasATargetUpToItsLastUnitRowAndColumn() {
        assertThat(new Target.Strongest("relu1", 5).isIn(network)).isTrue();
        assertThat(new Target.Strongest("relu1", 6).isIn(network)).isFalse();
        assertThat(new Target.WholeMap("nowhere", 0).isIn(network)).isFalse();
        assertThat(new Target.Neuron("relu1", 5, 11, 11).isIn(network)).isTrue();
        assertThat(new Target.Neuron("relu1", 5, 12, 0).isIn(network)).isFalse();
        assertThat(new Target.Neuron("relu1", 5, 0, 12).isIn(network)).isFalse();
        assertThat(new Target.ClassScore(4).isIn(network)).isTrue();
        assertThat(new Target.ClassScore(5).isIn(network)).isFalse();
    }

    @Test
    void onlyOneKindMeansAWholeMap() {
        assertThat(new Target.WholeMap("relu1", 2).isWholeMap()).isTrue();
        assertThat(UNIT.isWholeMap()).isFalse();
    }
}
