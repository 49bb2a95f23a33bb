package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Progress;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
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
        FOURIER(128, 0.05);

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

        private Climber climber(Network network, Target target) {
            SplittableRandom random =
                    new SplittableRandom(seed + 31L * target.toString().hashCode());
            return switch (preset) {
                case KERAS -> new PixelClimber(network.input(), step, random);
                case YOSINSKI -> new RegularisedClimber(network.input(), step, random);
                case FOURIER ->
                    new FourierClimber(network.input(), network.preprocessing().channels(), step, random);
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
        List<Ascent> all = new ArrayList<>();
        Method method = Method.of(ReluRule.GRADIENT).with(Method.Seed.ONE);
        long total = (long) targets.size() * recipe.steps();
        try (Projector projector = new Projector(network, method)) {
            for (int from = 0; from < targets.size(); from += AT_ONCE) {
                List<Target> some = targets.subList(from, Math.min(targets.size(), from + AT_ONCE));
                long before = (long) from * recipe.steps();
                all.addAll(new Party(network, projector, some, recipe)
                        .climbed((done, each) -> progress.report(before + done, total)));
            }
        }
        return all;
    }

    /** Pictures that climb together. */
    private record Party(Network network, Projector projector, List<Target> targets, Recipe recipe) {

        List<Ascent> climbed(Progress progress) {
            List<Climber> climbers =
                    targets.stream().map(t -> recipe.climber(network, t)).toList();
            PixelScale scale = new PixelScale(network.preprocessing());
            List<Double> first = objectives(climbers, scale);
            for (int step = 0; step < recipe.steps(); step++) {
                List<Tensor> gradients = gradients(climbers, scale);
                IntStream.range(0, climbers.size()).parallel().forEach(i -> climbers.get(i)
                        .climb(scale.gradient(gradients.get(i))));
                progress.report((step + 1L) * climbers.size(), (long) recipe.steps() * climbers.size());
            }
            List<Double> last = objectives(climbers, scale);
            return IntStream.range(0, climbers.size())
                    .mapToObj(i -> new Ascent(
                            targets.get(i),
                            first.get(i),
                            last.get(i),
                            climbers.get(i).shown()))
                    .toList();
        }

        private Activations run(List<Tensor> pixels, PixelScale scale) {
            return network.forward(pixels.stream().map(scale::input).toList(), keep());
        }

        /** Up to the layer that is asked for, where it is only one. */
        private Keep keep() {
            List<String> layers = targets.stream()
                    .map(t -> t.map().map(Target.Strongest::layer).orElseGet(() -> ClassScores.layer(network)))
                    .distinct()
                    .toList();
            return layers.size() == 1 ? Keep.upTo(layers.get(0)) : Keep.everything();
        }

        private List<Double> objectives(List<Climber> climbers, PixelScale scale) {
            try (Activations run = run(climbers.stream().map(Climber::picture).toList(), scale)) {
                List<Double> values = new ArrayList<>();
                for (Unit unit : units(run)) {
                    Tensor seen =
                            run.map(unit.layer(), unit.picture(), unit.unit()).crop(unit.window());
                    values.add(Occlusion.totals(seen)[0] / seen.values().length);
                }
                return values;
            }
        }

        private List<Tensor> gradients(List<Climber> climbers, PixelScale scale) {
            try (Activations run = run(climbers.stream().map(Climber::view).toList(), scale)) {
                List<Unit> awake = units(run).stream().map(u -> awake(run, u)).toList();
                return projector.projectUnits(run, awake, Progress.SILENT).stream()
                        .map(Projection::full)
                        .toList();
            }
        }

        /**
         * The unit, or where it is silent, so that nothing could say which way is up, what comes into its ReLU: the nearest
         * values below that are not all zero.
         */
        private Unit awake(Activations run, Unit unit) {
            if (unit.activation() != 0 || !network.has(unit.layer())) {
                return unit;
            }
            Node node = network.node(unit.layer());
            int channel = unit.unit();
            for (String input : node.inputs()) {
                int channels = network.shape(input).channels();
                boolean below = node.layer() instanceof Concat
                        ? channel < channels
                        : node.inputs().size() == 1;
                if (below && network.has(input) && isPlain(node.layer())) {
                    Target map = new Target.WholeMap(input, channel);
                    return awake(run, new Targets(run, unit.picture()).find(map));
                }
                channel -= channels;
            }
            return unit;
        }

        /** Whether a map of the layer is made of the same map below. */
        private static boolean isPlain(Layer layer) {
            return layer instanceof Relu
                    || layer instanceof MaxPool
                    || layer instanceof Dropout
                    || layer instanceof Concat
                    || layer instanceof LocalResponseNorm;
        }

        private List<Unit> units(Activations run) {
            return IntStream.range(0, targets.size())
                    .mapToObj(i -> new Targets(run, i).find(targets.get(i)))
                    .toList();
        }
    }
}
