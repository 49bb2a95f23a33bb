package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class AttributionTest {

    private static final int LABEL = 2;
    private final Network network = TinyWorld.network();
    private final Attribution attribution = new Attribution(network, LABEL);
    private final Tensor input = RandomTensors.picture(new Random(6), network.input());

    @AfterEach
    void close() {
        attribution.close();
        network.close();
    }

    @Test
    void integratedGradientsAddUpToTheDifferenceOfScores() {
        Tensor baseline = Tensor.zeros(network.input());
        double difference = attribution.score(input) - attribution.score(baseline);
        List<Double> errors = new ArrayList<>();
        for (int steps : List.of(4, 512)) {
            double sum = 0;
            for (float v : attribution
                    .integrated(input, baseline, steps, Progress.SILENT)
                    .values()) {
                sum += v;
            }
            errors.add(Math.abs(sum - difference));
        }
        assertThat(errors.get(1)).isLessThan(0.01 * Math.abs(difference));
        assertThat(errors.get(1)).isLessThan(errors.get(0));
    }

    @Test
    void theGradientIsTheSlopeOfTheScore() {
        Tensor gradient = attribution.gradient(input);
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            int at = random.nextInt(input.values().length);
            float step = 1e-3f;
            Tensor up = new Tensor(input.shape(), input.values().clone());
            Tensor down = new Tensor(input.shape(), input.values().clone());
            up.values()[at] += step;
            down.values()[at] -= step;
            double slope = (attribution.score(up) - attribution.score(down)) / (2.0 * step);
            assertThat((double) gradient.values()[at]).isCloseTo(slope, within(0.05 * gradient.maxAbs()));
        }
    }

    @Test
    void withoutNoiseSmoothGradIsTheGradient() {
        Tensor gradient = attribution.gradient(input);
        Tensor smooth = attribution.smooth(input, 10, 0, 1, Progress.SILENT);
        for (int i = 0; i < gradient.values().length; i++) {
            assertThat(smooth.values()[i]).isCloseTo(gradient.values()[i], within(1e-4f * gradient.maxAbs()));
        }
        assertThat(attribution.smooth(input, 10, 0.2, 1, Progress.SILENT))
                .isEqualTo(attribution.smooth(input, 10, 0.2, 1, Progress.SILENT))
                .isNotEqualTo(smooth);
    }

    /** Each map's weight is the mean slope of the score by the map's values: by raising the whole map a little. */
    @Test
    void gradCamWeighsMapsByTheScoresMeanSlope() {
        Tensor cam = attribution.cam(input, "pool1");
        assertThat(cam.shape()).isEqualTo(new Shape(1, 6, 6));
        try (Activations run = network.forward(input, Keep.everything())) {
            Tensor maps = run.maps("pool1", 0);
            double[] slopes = new double[6];
            for (int c = 0; c < 6; c++) {
                slopes[c] = slope(maps, c) / 36;
            }
            for (int p = 0; p < 36; p++) {
                double sum = 0;
                for (int c = 0; c < 6; c++) {
                    sum += slopes[c] * maps.values()[c * 36 + p];
                }
                assertThat((double) cam.values()[p])
                        .isCloseTo(Math.max(0, sum), within(0.02 * Math.max(1, cam.maxAbs())));
            }
        }
    }

    /** By all values of a map together, through the layers above. */
    private double slope(Tensor maps, int channel) {
        float step = 1e-3f;
        double[] scores = new double[2];
        for (int side = 0; side < 2; side++) {
            Tensor moved = new Tensor(maps.shape(), maps.values().clone());
            for (int p = 0; p < 36; p++) {
                moved.values()[channel * 36 + p] += side == 0 ? step : -step;
            }
            scores[side] = above(moved);
        }
        return (scores[0] - scores[1]) / (2.0 * step);
    }

    private double above(Tensor maps) {
        List<Network.Node> upper = new ArrayList<>();
        for (Network.Node node : network.nodes().subList(3, 8)) {
            String from = node.inputs().get(0).equals("pool1")
                    ? Network.INPUT
                    : node.inputs().get(0);
            upper.add(new Network.Node(node.name(), node.layer(), List.of(from)));
        }
        // shares the weights, so it is not closed
        Network rest = new Network("rest", maps.shape(), network.preprocessing(), List.of(), upper);
        try (Activations run = rest.on(network.engine()).forward(maps, Keep.everything())) {
            return run.maps("fc4", 0).values()[LABEL];
        }
    }

    @Test
    void ranksAreSharedByEqualsAndCorrelationsAreOnesOfOrder() {
        assertThat(RankCorrelation.ranks(3, 1, 3, 0)).containsExactly(2.5, 1, 2.5, 0);
        Tensor a = new Tensor(new Shape(1, 1, 4), new float[] {1, -2, 3, -4});
        Tensor stretched = new Tensor(new Shape(1, 1, 4), new float[] {1, 4, -9, 16});
        Tensor turned = new Tensor(new Shape(1, 1, 4), new float[] {9, 7, 5, 1});

        assertThat(RankCorrelation.ofStrengths(a, stretched)).isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.ofStrengths(a, turned)).isCloseTo(-1, within(1e-12));
    }
}
