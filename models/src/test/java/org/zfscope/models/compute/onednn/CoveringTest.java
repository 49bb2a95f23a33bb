package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.tensor.Window;

class CoveringTest {

    private static final OneDnn DNN = new OneDnn();
    private static final Extent BELOW = new Extent(2, 16, 12, 14);
    private final Samples samples = new Samples(31);
    private final MaxPooling pooling = new MaxPooling(DNN);

    @AfterAll
    static void allMemoryIsGivenBack() {
        DNN.close();
        assertThat(DNN.usedBytes()).isZero();
    }

    @Test
    void rowsThreeToSixOfAPoolOfTwoAreCoveredByThreeOutputs() {
        try (Pooled pooled = pooled(Slide.square(2, 2, 0))) {
            Covering covering = covering(pooled, new Window(3, 4, 4, 4)).orElseThrow();
            assertThat(covering.outputs()).containsExactly(new Place(0, new Window(1, 2, 3, 2)));
            assertThat(covering.slide().vertical()).isEqualTo(new Slide.Axis(2, 2, 1, 1, 1));
            assertThat(covering.slide().horizontal()).isEqualTo(new Slide.Axis(2, 2, 1, 0, 0));
        }
    }

    @Test
    void windowsThatLieDifferentlyOnThePoolHaveNone() {
        try (Pooled pooled = pooled(Slide.square(2, 2, 0))) {
            assertThat(covering(pooled, new Window(3, 4, 4, 4), new Window(4, 4, 4, 4)))
                    .isEmpty();
        }
    }

    static List<Slide> slides() {
        return List.of(Slide.square(2, 2, 0), Slide.square(3, 2, 0), Slide.square(3, 2, 1), Slide.square(3, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("slides")
    void windowsBelowAreFilledAsWholeMapsAre(Slide slide) {
        try (Pooled pooled = pooled(slide);
                Block signal = Samples.block(
                        DNN,
                        samples.gaussian(pooled.values().extent().size()),
                        pooled.values().extent());
                Block whole = pooling.unpool(signal, pooled.switches(), BELOW.height(), BELOW.width())) {
            for (int y = 0; y < 8; y++) {
                check(pooled, signal, whole, new Window(y, (3 * y) % 9, 5, 6));
            }
        }
    }

    private void check(Pooled pooled, Block signal, Block whole, Window window) {
        Covering covering = covering(pooled, window).orElseThrow();
        Window outputs = covering.outputs().get(0).window();
        try (Block above =
                        Crop.copy(DNN, signal, Slides.corners(covering.outputs()), outputs.height(), outputs.width());
                Block found = pooling.unpool(above, pooled.switches(), covering);
                Block expected = Crop.copy(
                        DNN, whole, List.of(new Corner(0, window.y(), window.x())), window.height(), window.width())) {
            float[] all = Samples.values(DNN, expected);
            double[] values =
                    IntStream.range(0, all.length).mapToDouble(i -> all[i]).toArray();
            Samples.assertNear(DNN, found, values);
        }
    }

    private Pooled pooled(Slide slide) {
        try (Block maps = Samples.block(DNN, samples.gaussian(BELOW.size()), BELOW)) {
            return pooling.forward(maps, slide);
        }
    }

    private static Optional<Covering> covering(Pooled pooled, Window... below) {
        return Covering.of(
                pooled.switches(),
                List.of(below).stream().map(w -> new Place(0, w)).toList());
    }
}
