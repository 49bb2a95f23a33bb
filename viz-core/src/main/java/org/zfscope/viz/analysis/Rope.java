package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
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
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;

/** Pictures that climb together. */
record Rope(Network network, Projector projector, List<Target> targets, List<Climber> climbers) {

    /** All steps. */
    List<Ascent> climbed(int steps, Ascent.Watch watch, Progress progress) {
        PixelScale scale = new PixelScale(network.preprocessing());
        List<Double> first = objectives(scale);
        see(0, watch);
        for (int step = 1; step <= steps; step++) {
            List<Tensor> gradients = gradients(scale);
            each().parallel().forEach(i -> climbers.get(i).climb(scale.gradient(gradients.get(i))));
            see(step, watch);
            progress.report((long) step * climbers.size(), (long) steps * climbers.size());
        }
        List<Double> last = objectives(scale);
        return each().mapToObj(i -> new Ascent(
                        targets.get(i),
                        first.get(i),
                        last.get(i),
                        climbers.get(i).shown()))
                .toList();
    }

    private IntStream each() {
        return IntStream.range(0, climbers.size());
    }

    private void see(int step, Ascent.Watch watch) {
        each().forEach(i -> watch.see(i, step, climbers.get(i)::shown));
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

    private List<Double> objectives(PixelScale scale) {
        try (Activations run = run(climbers.stream().map(Climber::picture).toList(), scale)) {
            List<Double> values = new ArrayList<>();
            for (Unit unit : units(run)) {
                Tensor seen = run.map(unit.layer(), unit.picture(), unit.unit()).crop(unit.window());
                values.add(Occlusion.totals(seen)[0] / seen.values().length);
            }
            return values;
        }
    }

    private List<Tensor> gradients(PixelScale scale) {
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
