package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.ReluRule;

/**
 * Gradient ascent [Simonyan2013 §2]: pictures that start as noise and are changed step by step so that a map's mean, a
 * neuron or a class's score rises. They show what a unit looks for without any picture's help, but much of what they show
 * no photograph has. A map that is silent on the noise climbs by the values before its ReLU until it wakes.
 *
 * @param start the objective at the beginning
 * @param end the objective at the end
 * @param picture what came of it, as people see it: [channels, height, width], 0 to 255
 */
public record Ascent(Target target, double start, double end, Tensor picture) {

    /** Pictures that climb together. */
    private static final int AT_ONCE = 8;

    /** How pictures are kept and changed. */
    public enum Preset {
        /** Pixels, as in the Keras blog [Chollet2016]. */
        KERAS(20, 1),
        /** Pixels that are kept smooth [Yosinski2015]. */
        YOSINSKI(200, 2),
        /** Spectra, independent colours and random warps [Olah2017]. */
        FOURIER(128, 0.05),
        /** The phases of a spectrum whose magnitudes are those of photographs [Fel2023]. */
        MACO(128, 0.3),
        /** A photograph's spectrum, drawn back to it [Hamblin2024]. */
        ACCENTUATE(32, 0.05);

        /** The share of the way back to its photograph that each step of {@link #ACCENTUATE} goes. */
        private static final double PULL = 0.05;

        private final int steps;
        private final double step;

        Preset(int steps, double step) {
            this.steps = steps;
            this.step = step;
        }

        /** How many steps are usual. */
        public int steps() {
            return steps;
        }

        /** How long a step is. */
        public double step() {
            return step;
        }

        /** Whether it begins with a photograph, not with noise. */
        public boolean needsPhotograph() {
            return this == ACCENTUATE;
        }
    }

    /** Looks on while pictures climb. */
    public interface Watch {

        /** Nobody. */
        Watch NONE = (target, step, climber) -> {};

        /**
         * After each step, and with step 0 before the first.
         *
         * @param target the number of the target among those that were asked for
         * @param climber shows the picture when it is asked
         */
        void see(int target, int step, Supplier<Tensor> climber);
    }

    /**
     * How it is done.
     *
     * @param seed of noise and warps; a target's picture does not depend on the others
     */
    public record Recipe(Preset preset, int steps, double step, long seed) {

        /** As is usual. */
        public static Recipe of(Preset preset) {
            return new Recipe(preset, preset.steps(), preset.step(), 1);
        }

        Climber climber(Network network, Target target, Optional<Tensor> photograph) {
            SplittableRandom random =
                    new SplittableRandom(seed + 31L * target.toString().hashCode());
            Shape shape = network.input();
            Channels order = network.preprocessing().channels();
            return switch (preset) {
                case KERAS -> new PixelClimber(shape, step, random);
                case YOSINSKI -> new RegularisedClimber(shape, step, random);
                case FOURIER -> FourierClimber.ofNoise(shape, order, step, random);
                case MACO -> new MagnitudeClimber(shape, order, step, random);
                case ACCENTUATE -> FourierClimber.ofPicture(photograph.orElseThrow(), order, step, Preset.PULL, random);
            };
        }
    }

    /** Whether the objective rose. */
    public boolean rose() {
        return end > start;
    }

    /**
     * Lets pictures climb.
     *
     * @param targets a whole map for its mean, a neuron, or a class
     * @param progress told of each step of each picture
     */
    public static List<Ascent> of(Network network, List<Target> targets, Recipe recipe, Progress progress) {
        return of(network, targets, recipe, Optional.empty(), Watch.NONE, progress);
    }

    /**
     * Lets pictures climb while somebody looks on.
     *
     * @param photograph an input of the network, where the preset {@linkplain Preset#needsPhotograph begins with one}
     */
    public static List<Ascent> of(
            Network network,
            List<Target> targets,
            Recipe recipe,
            Optional<Tensor> photograph,
            Watch watch,
            Progress progress) {
        List<Ascent> all = new ArrayList<>();
        Method method = Method.of(ReluRule.GRADIENT).with(Method.Seed.ONE);
        Optional<Tensor> pixels = photograph.map(new PixelScale(network.preprocessing())::pixels);
        long total = (long) targets.size() * recipe.steps();
        try (Projector projector = new Projector(network, method)) {
            for (int from = 0; from < targets.size(); from += AT_ONCE) {
                int first = from;
                List<Target> some = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
                List<Climber> climbers = some.stream()
                        .map(t -> recipe.climber(network, t, pixels))
                        .toList();
                long before = (long) from * recipe.steps();
                all.addAll(new Rope(network, projector, some, climbers)
                        .climbed(
                                recipe.steps(),
                                (i, step, shown) -> watch.see(first + i, step, shown),
                                (done, each) -> progress.report(before + done, total)));
            }
        }
        return all;
    }
}
