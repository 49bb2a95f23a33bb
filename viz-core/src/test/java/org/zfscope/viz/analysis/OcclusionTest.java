package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.analysis.Occluder.Border;

class OcclusionTest {

    private final Network network = TinyWorld.network();
    private final Tensor picture = RandomTensors.picture(new Random(4), network.input());
    private final Tensor fill = Fill.parse("10,200,30").input(network);
    private final Activations run = network.forward(picture, Keep.everything());

    @AfterEach
    void close() {
        run.close();
        network.close();
    }

    private Occlusion occlude(Occluder occluder) {
        return Occlusion.of(run, "relu2", occluder, fill, Progress.SILENT);
    }

    @Test
    void everyPlaceIsWhatTheCoveredPictureGives() {
        for (Border border : Border.values()) {
            Occluder occluder = new Occluder(5, 3, border);
            Occlusion occlusion = occlude(occluder);
            List<Window> places = occluder.places(network.input());
            for (int i = 0; i < places.size(); i++) {
                Tensor covered = Occlusion.covered(picture, fill, places.get(i));
                try (Activations whole = network.forward(covered, Keep.everything())) {
                    double[] totals = Occlusion.totals(whole.maps("relu2", 0));
                    float[] odds = ClassScores.probabilities(network, whole.maps("prob", 0));
                    for (int map = 0; map < totals.length; map++) {
                        assertThat((double) occlusion.activity(map).values()[i])
                                .isCloseTo(
                                        totals[map],
                                        within(1e-4
                                                * Arrays.stream(totals).max().orElse(1)));
                    }
                    for (int c = 0; c < odds.length; c++) {
                        assertThat(occlusion.probability(c).orElseThrow().values()[i])
                                .isCloseTo(odds[c], within(1e-4f));
                    }
                }
            }
        }
    }

    @Test
    void aSquareOfNothingChangesNothing() {
        Occlusion occlusion = occlude(new Occluder(0, 4, Border.INSIDE));

        for (int map = 0; map < occlusion.unoccluded().length; map++) {
            float expected = (float) occlusion.unoccluded()[map];
            for (float total : occlusion.activity(map).values()) {
                assertThat(total).isCloseTo(expected, within(1e-4f * (1 + Math.abs(expected))));
            }
        }
    }

    @Test
    void aSquareOfThePicturesOneColourChangesNothing() {
        try (Activations plain = network.forward(fill, Keep.everything())) {
            Occlusion occlusion =
                    Occlusion.of(plain, "relu1", new Occluder(5, 2, Border.OVERHANG), fill, Progress.SILENT);

            for (int map = 0; map < occlusion.unoccluded().length; map++) {
                float expected = (float) occlusion.unoccluded()[map];
                for (float total : occlusion.activity(map).values()) {
                    assertThat(total).isCloseTo(expected, within(1e-4f * (1 + Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void probabilitiesAddUpAndTheLabelIsTheLargest() {
        Occlusion occlusion = occlude(new Occluder(4, 2, Border.INSIDE));
        Tensor odds = occlusion.probabilities().orElseThrow();
        float[] labels = occlusion.labels().orElseThrow().values();

        for (int place = 0; place < labels.length; place++) {
            double sum = 0;
            double most = 0;
            for (int c = 0; c < 5; c++) {
                sum += odds.channel(c).values()[place];
                most = Math.max(most, odds.channel(c).values()[place]);
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
            assertThat((double) odds.channel((int) labels[place]).values()[place])
                    .isEqualTo(most);
        }
    }

    @Test
    void theCentreOfASquareThatMayHangOverGoesOverTheWholePicture() {
        Occluder occluder = new Occluder(5, 1, Border.OVERHANG);

        assertThat(occluder.rows(network.input())).isEqualTo(12);
        assertThat(occluder.places(network.input()).get(0)).isEqualTo(new Window(-2, -2, 5, 5));
        assertThat(new Occluder(5, 3, Border.INSIDE).rows(network.input())).isEqualTo(3);
    }

    @Test
    void fillsAreReadAsTheyAreWritten() {
        for (String text : List.of("mean", "grey", "1,2,255")) {
            assertThat(Fill.parse(text)).hasToString(text);
        }
        assertThat(Fill.MEAN.input(network).maxAbs()).isZero();
        assertThat(Fill.GREY.input(network).values()).containsOnly(128 / 255f);
        assertThatThrownBy(() -> Fill.parse("1,2,256")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fill.parse("blue")).isInstanceOf(IllegalArgumentException.class);
    }
}
