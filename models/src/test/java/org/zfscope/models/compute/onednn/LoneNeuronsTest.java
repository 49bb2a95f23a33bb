package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.compute.nd4j.Nd4jEngine;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Two seeds, of 32 filters of an odd number of channels, on maps of 9 x 9. */
class LoneNeuronsTest {

    private static final int FILTERS = 32;
    private static final int DEPTH = 5;
    private static final Engine ENGINE = new OneDnnEngine();
    private static final Engine REFERENCE = new Nd4jEngine();
    private static final Weights WEIGHTS =
            Weights.of(new Samples(3).gaussian(FILTERS * DEPTH * 9), new float[FILTERS], FILTERS, DEPTH, 3, 3);

    @AfterAll
    static void close() {
        WEIGHTS.close();
    }

    private static List<Place> at(int y, int x, int otherY, int otherX, int side) {
        return List.of(
                new Place(0, new Window(y, x, side, side)), new Place(0, new Window(otherY, otherX, side, side)));
    }

    private static float[] seeds(int first, int second) {
        float[] values = new float[2 * FILTERS];
        values[first] = 1.5f;
        values[FILTERS + second] = -2;
        return values;
    }

    private static Signal signal(Engine engine, float[] values) {
        return new Signal(engine.of(2, Shape.flat(FILTERS), values), at(0, 3, 4, 4, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 2, 1", "1, 2, 2", "0, 1, 2"})
    void oneFilterIsWhatAConvolutionOfAllGives(int padding, int stride, int groups) {
        Geometry geometry = Geometry.square(3, stride, padding);
        List<Place> below = at(0, 2, 3, 3, 5);
        float[] values = seeds(3, 29);
        try (Signal fast = signal(ENGINE, values);
                Signal slow = signal(REFERENCE, values)) {
            assertThat(LoneNeurons.in(fast)).isPresent();
            try (Maps found = ENGINE.transposed(fast, WEIGHTS, geometry, groups, below);
                    Maps expected = REFERENCE.transposed(slow, WEIGHTS, geometry, groups, below);
                    Maps rectified = ENGINE.transposedRectified(fast, WEIGHTS, geometry, groups, below);
                    Maps positive = REFERENCE.transposedRectified(slow, WEIGHTS, geometry, groups, below)) {
                for (int seed = 0; seed < 2; seed++) {
                    assertThat(found.picture(seed)).isEqualTo(expected.picture(seed));
                    assertThat(rectified.picture(seed)).isEqualTo(positive.picture(seed));
                }
            }
        }
    }

    @Test
    void twoNeuronsOrOneThatIsNoNumberAreNotAlone() {
        float[] two = seeds(3, 29);
        two[7] = 1;
        float[] lost = seeds(3, 29);
        lost[3] = Float.NaN;
        for (float[] values : List.of(two, lost)) {
            try (Signal signal = signal(ENGINE, values)) {
                assertThat(LoneNeurons.in(signal)).isEmpty();
            }
        }
    }
}
