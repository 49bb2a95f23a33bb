package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Units found in the run of a network whose layer "maps" gives the picture itself. */
class TargetsTest {

    private static final Network NETWORK = new NetworkSketch(new Shape(3, 2, 3))
            .then("maps", new Dropout())
            .then("score", new GlobalAveragePool())
            .then("probability", new Softmax())
            .network();

    private static final float[] PICTURE = {1, 5, 2, 5, 3, 4, -1, -2, -3, -4, -5, -6, 0, 0, 0, 0, 0, 0};

    @Test
    void theStrongestIsTheFirstOfEquals() {
        assertThat(find(new Target.Strongest("maps", 0))).isEqualTo(new Unit("maps", 0, 0, Window.at(0, 1), 5));
        assertThat(find(new Target.Strongest("maps", 1))).isEqualTo(new Unit("maps", 1, 0, Window.at(0, 0), -1));
        assertThat(find(new Target.Strongest("maps", 2))).isEqualTo(new Unit("maps", 2, 0, Window.at(0, 0), 0));
    }

    @Test
    void aNeuronIsWhereItWasAskedFor() {
        assertThat(find(new Target.Neuron("maps", 0, 1, 2))).isEqualTo(new Unit("maps", 0, 0, Window.at(1, 2), 4));
    }

    @Test
    void aWholeMapHasItsStrongestActivation() {
        assertThat(find(new Target.WholeMap("maps", 0))).isEqualTo(new Unit("maps", 0, 0, new Window(0, 0, 2, 3), 5));
    }

    @Test
    void theScoreOfAClassIsTakenBeforeTheSoftmax() {
        assertThat(find(new Target.ClassScore(1))).isEqualTo(new Unit("score", 1, 0, Window.at(0, 0), -3.5f));
    }

    @Test
    void withoutASoftmaxTheLastLayerGivesTheScores() {
        Network sum = new NetworkSketch(new Shape(1, 1, 1))
                .add("sum", new Add(), Network.INPUT, Network.INPUT)
                .network();
        try (Running running = Running.of(sum, new Tensor(sum.input(), new float[] {3}))) {
            assertThat(running.find(new Target.ClassScore(0))).isEqualTo(new Unit("sum", 0, 0, Window.at(0, 0), 6));
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "0, 3", "-1, 0", "0, -1"})
    void aNeuronOutsideTheMapsIsRefused(int y, int x) {
        assertThatThrownBy(() -> find(new Target.Neuron("maps", 0, y, x)))
                .hasMessage("layer maps has no position " + y + "," + x + "; its maps have 2 rows and 3 columns");
    }

    @ParameterizedTest
    @CsvSource({"3", "-1"})
    void aUnitThatALayerDoesNotHaveIsRefused(int unit) {
        assertThatThrownBy(() -> find(new Target.Strongest("maps", unit)))
                .hasMessage("layer maps has no unit " + unit + "; its units are 0 to 2");
    }

    private static Unit find(Target target) {
        try (Running running = Running.of(NETWORK, new Tensor(NETWORK.input(), PICTURE.clone()))) {
            return running.find(target);
        }
    }
}
