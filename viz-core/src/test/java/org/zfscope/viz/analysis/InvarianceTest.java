package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores;

class InvarianceTest {

    private static final Shape SHAPE = new Shape(3, 12, 12);
    private final Tensor picture = RandomTensors.picture(new Random(9), SHAPE);
    private final Tensor fill = Tensor.zeros(SHAPE);

    @Test
    void quarterTurnsAreTurnsOfTheArray() {
        Tensor quarter = Movement.ROTATION.move(picture, fill, 90);
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 12; y++) {
                for (int x = 0; x < 12; x++) {
                    assertThat(quarter.at(c, y, x)).isEqualTo(picture.at(c, x, 11 - y));
                }
            }
        }
        Tensor half = Movement.ROTATION.move(picture, fill, 180);
        assertThat(Movement.ROTATION.move(quarter, fill, 90)).isEqualTo(half);
        assertThat(Movement.ROTATION.move(half, fill, 180)).isEqualTo(picture);
        assertThat(Movement.ROTATION.move(quarter, fill, 270)).isEqualTo(picture);
        assertThat(Movement.ROTATION.move(picture, fill, 360)).isEqualTo(picture);
        assertThat(Movement.ROTATION.move(picture, fill, -90)).isEqualTo(Movement.ROTATION.move(picture, fill, 270));
    }

    @Test
    void wholePixelsMoveValuesAndUncoverTheFill() {
        Tensor grey = new Tensor(SHAPE, new float[SHAPE.size()]);
        Arrays.fill(grey.values(), 7);
        Tensor down = Movement.TRANSLATION.move(picture, grey, 3);

        assertThat(down.at(1, 2, 5)).isEqualTo(7);
        assertThat(down.at(1, 3, 5)).isEqualTo(picture.at(1, 0, 5));
        assertThat(down.at(2, 11, 0)).isEqualTo(picture.at(2, 8, 0));
        assertThat(Movement.TRANSLATION.move(picture, grey, -3).at(0, 8, 4)).isEqualTo(picture.at(0, 11, 4));
        assertThat(Movement.TRANSLATION.move(picture, grey, 0.5).at(0, 4, 4))
                .isCloseTo((picture.at(0, 3, 4) + picture.at(0, 4, 4)) / 2, within(1e-6f));
    }

    @Test
    void enlargingKeepsTheCentre() {
        Tensor odd = RandomTensors.picture(new Random(2), new Shape(1, 11, 11));
        Tensor nothing = Tensor.zeros(odd.shape());

        assertThat(Movement.SCALE.move(odd, nothing, 1)).isEqualTo(odd);
        Tensor twice = Movement.SCALE.move(odd, nothing, 2);
        assertThat(twice.at(0, 5, 5)).isEqualTo(odd.at(0, 5, 5));
        assertThat(twice.at(0, 7, 3)).isEqualTo(odd.at(0, 6, 4));
    }

    @Test
    void whatIsNotMovedIsNoDistanceAway() {
        try (Network network = TinyWorld.network()) {
            Invariance curve = Invariance.of(
                    network,
                    picture,
                    Movement.TRANSLATION,
                    new Sweep(-8, 8, 1),
                    fill,
                    List.of("relu1", "fc3"),
                    Optional.empty(),
                    Progress.SILENT);

            assertThat(curve.amounts()).hasSize(17);
            for (int layer = 0; layer < 2; layer++) {
                assertThat(curve.raw().get(layer).get(8)).isZero();
                assertThat(curve.unit().get(layer).get(8)).isZero();
                assertThat(curve.raw().get(layer).get(9)).isPositive();
                assertThat(curve.rise(layer, Invariance.Distance.RAW)).isBetween(0.0, 1.0);
            }
            try (Activations run = network.forward(picture, Keep.everything())) {
                ClassScores.Score best = ClassScores.top(run, 0, 1).get(0);
                assertThat(curve.label()).isEqualTo(best.index());
                assertThat(curve.probabilities().get(8)).isCloseTo(best.probability(), within(1e-5));
            }
        }
    }

    @Test
    void distancesAreThoseOfTheFeatureVectors() {
        try (Network network = TinyWorld.network()) {
            Invariance curve = Invariance.of(
                    network,
                    picture,
                    Movement.ROTATION,
                    new Sweep(90, 90, 1),
                    fill,
                    List.of("relu2"),
                    Optional.of(3),
                    Progress.SILENT);
            Tensor turned = Movement.ROTATION.move(picture, fill, 90);
            try (Activations run = network.forward(List.of(picture, turned), Keep.everything())) {
                float[] a = run.maps("relu2", 0).values();
                float[] b = run.maps("relu2", 1).values();
                double squares = 0;
                double dot = 0;
                for (int i = 0; i < a.length; i++) {
                    squares += (a[i] - (double) b[i]) * (a[i] - (double) b[i]);
                    dot += a[i] * (double) b[i];
                }
                assertThat(curve.raw().get(0).get(0)).isCloseTo(Math.sqrt(squares), within(1e-3));
                double cosine = dot / norm(a) / norm(b);
                assertThat(curve.unit().get(0).get(0)).isCloseTo(Math.sqrt(2 - 2 * cosine), within(1e-4));
                assertThat(curve.label()).isEqualTo(3);
            }
        }
    }

    private static double norm(float... values) {
        double sum = 0;
        for (float v : values) {
            sum += v * (double) v;
        }
        return Math.sqrt(sum);
    }

    @Test
    void rangesAreReadAndChecked() {
        assertThat(Sweep.parse("-60:60:6").amounts())
                .hasSize(21)
                .startsWith(-60.0)
                .endsWith(60.0);
        assertThat(Sweep.parse("1:1.8:0.05").amounts()).hasSize(17).endsWith(1.8);
        for (String bad : List.of("1:2", "1:2:0", "2:1:1", "a:b:c", "0:1:1e-9", "0:NaN:1", "")) {
            assertThatThrownBy(() -> Sweep.parse(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
