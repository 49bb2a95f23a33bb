package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Target;

class AscentTest {

    private static final Shape SHAPE = new Shape(3, 12, 12);
    private final Network network = TinyWorld.network();

    @AfterEach
    void close() {
        network.close();
    }

    private static List<Target> maps(String layer, int count) {
        List<Target> maps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            maps.add(new Target.WholeMap(layer, i));
        }
        return maps;
    }

    @Test
    void twentyStepsOfTheBlogsRecipeRaiseNearlyAllMaps() {
        for (String layer : List.of("relu1", "relu2")) {
            List<Target> maps = maps(layer, network.shape(layer).channels());
            Ascent.Recipe recipe = new Ascent.Recipe(Ascent.Preset.KERAS, 20, 10, 1); // pixels of 0 to 1 need more
            List<Ascent> ascents = Ascent.of(network, maps, recipe, Progress.SILENT);

            long rose = ascents.stream().filter(Ascent::rose).count();
            assertThat(rose).as(layer).isGreaterThanOrEqualTo((long) Math.ceil(0.9 * ascents.size()));
        }
    }

    @Test
    void aMapThatIsSilentOnTheNoiseWakesUp() {
        Network low = new NetworkSketch(SHAPE)
                .then(
                        "conv",
                        new Convolution(
                                Weights.of(new float[] {1, 1, 1}, new float[] {-170}, 1, 3, 1, 1),
                                Geometry.square(1, 1, 0),
                                1))
                .then("relu", new Relu())
                .then("pool", new MaxPool(Geometry.square(2, 2, 0)))
                .network()
                .with(Preprocessing.of(Channels.RGB, new float[3], new float[] {0.4f, 0.4f, 0.4f}, Source.DEFAULT));
        try (low) {
            Ascent ascent = Ascent.of(
                            low,
                            List.of(new Target.WholeMap("pool", 0)),
                            Ascent.Recipe.of(Ascent.Preset.KERAS),
                            Progress.SILENT)
                    .get(0);
            assertThat(ascent.start()).isZero();
            assertThat(ascent.end()).isPositive();
        }
    }

    @Test
    void everyPresetRaisesAClassAndANeuron() {
        List<Target> targets = List.of(new Target.ClassScore(2), new Target.Neuron("conv2", 1, 3, 3));
        for (Ascent.Preset preset : Ascent.Preset.values()) {
            Ascent.Recipe recipe = new Ascent.Recipe(preset, 20, preset.step(), 1);
            Tensor photograph = RandomTensors.picture(new Random(7), network.input());
            assertThat(Ascent.of(network, targets, recipe, Optional.of(photograph), Ascent.Watch.NONE, Progress.SILENT))
                    .as(preset.name())
                    .allMatch(Ascent::rose);
        }
    }

    @Test
    void theSameSeedGivesTheSamePictureInWhateverCompany() {
        Ascent.Recipe recipe = new Ascent.Recipe(Ascent.Preset.FOURIER, 3, 0.05, 5);
        List<Ascent> together = Ascent.of(network, maps("relu2", 10), recipe, Progress.SILENT);
        Ascent alone = Ascent.of(network, maps("relu2", 10).subList(9, 10), recipe, Progress.SILENT)
                .get(0);

        for (int i = 0; i < alone.picture().values().length; i++) {
            assertThat(alone.picture().values()[i])
                    .isCloseTo(together.get(9).picture().values()[i], within(0.5f));
        }
        Ascent.Recipe other = new Ascent.Recipe(Ascent.Preset.FOURIER, 3, 0.05, 6);
        assertThat(Ascent.of(network, maps("relu2", 1), other, Progress.SILENT)
                        .get(0)
                        .picture())
                .isNotEqualTo(together.get(0).picture());
    }

    @Test
    void aStepOfTheBlogsRecipeChangesPixelsByOneOnAverage() {
        PixelClimber climber = new PixelClimber(SHAPE, 1, new SplittableRandom(1));
        Tensor before = new Tensor(SHAPE, climber.picture().values().clone());
        for (float v : before.values()) {
            assertThat(v).isBetween(118f, 138f);
        }

        climber.climb(RandomTensors.picture(new Random(3), SHAPE));

        Tensor change = Tensor.zeros(SHAPE);
        for (int i = 0; i < change.values().length; i++) {
            change.values()[i] = climber.picture().values()[i] - before.values()[i];
        }
        assertThat(Climber.rms(change)).isCloseTo(1, within(1e-5));
        climber.climb(Tensor.zeros(SHAPE));
        assertThat(climber.picture().values()).doesNotContain(Float.NaN);
    }

    @Test
    void whatIsShownHasTheBlogsMeanAndDeviation() {
        PixelClimber climber = new PixelClimber(SHAPE, 1, new SplittableRandom(1));
        Tensor shown = climber.shown();
        double mean = 0;
        double squares = 0;
        for (float v : shown.values()) {
            mean += v / shown.values().length;
            squares += (double) v * v / shown.values().length;
        }
        assertThat(mean).isCloseTo(127.5, within(0.01));
        assertThat(Math.sqrt(squares - mean * mean)).isCloseTo(25.5, within(0.01));
    }

    @Test
    void theGradientOfPixelsIsThatOfTheInputTimesTheScale() {
        Preprocessing torch = Preprocessing.torch(Source.DEFAULT);
        PixelScale scale = new PixelScale(torch);
        Tensor pixels = Tensor.zeros(new Shape(3, 1, 1));
        pixels.values()[0] = 255;

        assertThat(scale.input(pixels).values()[0]).isCloseTo((1 - 0.485f) / 0.229f, within(1e-4f));
        assertThat(scale.gradient(new Tensor(new Shape(3, 1, 1), new float[] {1, 1, 1}))
                        .values()[1])
                .isCloseTo(1 / (0.224f * 255), within(1e-6f));
    }

    @Test
    void warpAndSpectrumGoBackByTheirTransposes() {
        Random random = new Random(8);
        for (int i = 0; i < 20; i++) {
            Shape shape = new Shape(2, 5 + random.nextInt(9), 5 + random.nextInt(9));
            Warp warp = Warp.random(shape, new SplittableRandom(i));
            Tensor x = RandomTensors.picture(random, shape);
            Tensor g = RandomTensors.picture(random, shape);
            Tensor nothing = warp.move(Tensor.zeros(shape));
            Tensor moved = warp.move(x);
            for (int k = 0; k < moved.values().length; k++) {
                moved.values()[k] -= nothing.values()[k]; // the grey around it
            }
            assertThat(dot(moved, g)).isCloseTo(dot(x, warp.back(g)), within(1e-2));

            Fourier fourier = new Fourier(shape.height(), shape.width());
            double[] s = random.doubles(fourier.size()).toArray();
            double[] m = random.doubles(shape.area()).toArray();
            assertThat(dot(fourier.map(s), m)).isCloseTo(dot(s, fourier.spectrum(m)), within(1e-9));
        }
    }

    @Test
    void oneFrequencyIsOneWave() {
        Fourier fourier = new Fourier(4, 6);
        double[] spectrum = new double[fourier.size()];
        spectrum[0] = 4 * 6 * 0.5; // the mean
        spectrum[1] = 4 * 6 * 0.25; // one wave across, twice
        double[] map = fourier.map(spectrum);

        for (int i = 0; i < map.length; i++) {
            assertThat(map[i]).isCloseTo(0.5 + 0.5 * Math.cos(2 * Math.PI * (i % 6) / 6), within(1e-12));
        }
        assertThat(fourier.frequency(1)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(fourier.frequency(3 * 4)).isCloseTo(1 / 4.0, within(1e-12));
    }

    @Test
    void aMapComesBackFromItsSpectrum() {
        Random random = new Random(4);
        for (int width = 5; width < 9; width++) {
            Fourier fourier = new Fourier(6, width);
            double[] map = random.doubles(6L * width).toArray();
            assertThat(fourier.map(fourier.analysed(map))).containsExactly(map, within(1e-9));
        }
    }

    @Test
    void accentuationBeginsWithItsPhotographAndIsDrawnBackToIt() {
        Tensor photograph = pixels(3, SHAPE);
        FourierClimber free = FourierClimber.ofPicture(photograph, Channels.BGR, 0.2, 0, new SplittableRandom(1));
        FourierClimber held = FourierClimber.ofPicture(photograph, Channels.BGR, 0.2, 0.3, new SplittableRandom(1));
        assertThat(away(free, photograph)).isLessThan(0.1);
        for (int i = 0; i < 15; i++) {
            free.climb(RandomTensors.picture(new Random(9), SHAPE));
            held.climb(RandomTensors.picture(new Random(9), SHAPE));
        }
        assertThat(away(held, photograph)).isPositive().isLessThan(away(free, photograph) / 2);
    }

    /** Neither black nor white, which are cut off. */
    private static Tensor pixels(long seed, Shape shape) {
        Tensor pixels = Tensor.zeros(shape);
        Random random = new Random(seed);
        for (int i = 0; i < pixels.values().length; i++) {
            pixels.values()[i] = 60 + 100 * random.nextFloat();
        }
        return pixels;
    }

    private static double away(Climber climber, Tensor from) {
        Tensor difference = Tensor.zeros(from.shape());
        for (int i = 0; i < from.values().length; i++) {
            difference.values()[i] = climber.picture().values()[i] - from.values()[i];
        }
        return Climber.rms(difference);
    }

    @Test
    void magnitudesStayThoseOfPhotographsWhateverTheStepsAre() {
        Shape grey = new Shape(1, 16, 16);
        MagnitudeClimber climber = new MagnitudeClimber(grey, Channels.GREY, 0.3, new SplittableRandom(1));
        double before = deviation(climber);
        for (int i = 0; i < 5; i++) {
            climber.climb(RandomTensors.picture(new Random(i), grey));
        }
        assertThat(deviation(climber)).isCloseTo(before, within(0.05 * before));
        assertThat(climber.shown().values()).doesNotContain(Float.NaN);
    }

    /** Of what stands before the logistic curve. */
    private static double deviation(Climber climber) {
        double squares = 0;
        float[] pixels = climber.picture().values();
        for (float pixel : pixels) {
            double p = pixel / 255;
            squares += Math.pow(Math.log(p / (1 - p)), 2) / pixels.length;
        }
        return Math.sqrt(squares);
    }

    @Test
    void whereTheNetworkDidNotLookThePictureFadesToGrey() {
        Shape grey = new Shape(1, 32, 32);
        MagnitudeClimber climber = new MagnitudeClimber(grey, Channels.GREY, 0.3, new SplittableRandom(1));
        for (int step = 0; step < 5; step++) {
            Tensor gradient = Tensor.zeros(grey);
            gradient.values()[16 * 32 + 16] = 1;
            climber.climb(gradient);
        }
        assertThat(climber.shown().values()[0]).isCloseTo(128, within(1f));
        assertThat(climber.shown().values()[16 * 32 + 16])
                .isCloseTo(climber.picture().values()[16 * 32 + 16], within(1e-3f));
    }

    @Test
    void whoLooksOnSeesEachStepOfEachPicture() {
        List<String> seen = new ArrayList<>();
        Ascent.of(
                network,
                maps("relu2", 9),
                new Ascent.Recipe(Ascent.Preset.KERAS, 2, 1, 1),
                Optional.empty(),
                (target, step, picture) -> seen.add(
                        target + "/" + step + " " + picture.get().shape().channels()),
                Progress.SILENT);
        assertThat(seen).hasSize(9 * 3).contains("0/0 3", "8/2 3").doesNotHaveDuplicates();
    }

    @Test
    void greyNetworksHaveOneColour() {
        FourierClimber climber =
                FourierClimber.ofNoise(new Shape(1, 8, 8), Channels.GREY, 0.05, new SplittableRandom(1));
        climber.climb(RandomTensors.picture(new Random(1), new Shape(1, 8, 8)));
        for (float v : climber.picture().values()) {
            assertThat(v).isBetween(0f, 255f);
        }
    }

    private static double dot(Tensor a, Tensor b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += (double) a.values()[i] * b.values()[i];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
