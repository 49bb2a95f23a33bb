package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.tensor.Shape;
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
 * Which pixels a class's score owes itself to: relatives of the gradient. The score is the one before the softmax, summed
 * over its places where it has several.
 */
public final class Attribution implements AutoCloseable {

    private static final int AT_ONCE = 8;

    private final Network network;
    private final Target target;
    private final Projector projector;

    public Attribution(Network network, int label) {
        this.network = network;
        this.target = new Target.WholeMap(ClassScores.layer(network), label);
        this.projector = new Projector(network, Method.of(ReluRule.GRADIENT).with(Method.Seed.ONE));
    }

    /** The class's score for a network's input. */
    public double score(Tensor input) {
        try (Activations run = network.forward(input, Keep.everything())) {
            Unit unit = new Targets(run, 0).find(target);
            return Occlusion.totals(run.map(unit.layer(), 0, unit.unit()))[0];
        }
    }

    /** The derivative of the score by the pixels: a saliency map with its signs [Simonyan2013 §3]. */
    public Tensor gradient(Tensor input) {
        return gradients(List.of(input)).get(0);
    }

    private List<Tensor> gradients(List<Tensor> inputs) {
        try (Activations run = network.forward(inputs, Keep.everything())) {
            List<Unit> units = IntStream.range(0, inputs.size())
                    .mapToObj(i -> new Targets(run, i).find(target))
                    .toList();
            return projector.projectUnits(run, units, Progress.SILENT).stream()
                    .map(Projection::full)
                    .toList();
        }
    }

    /** The mean of the gradients of many inputs, which are made one after the other. */
    private Tensor mean(int count, IntFunction<Tensor> inputs, Progress progress) {
        double[] sum = new double[network.input().size()];
        for (int from = 0; from < count; from += AT_ONCE) {
            int to = Math.min(count, from + AT_ONCE);
            List<Tensor> some = new ArrayList<>();
            for (int i = from; i < to; i++) {
                some.add(inputs.apply(i));
            }
            for (Tensor gradient : gradients(some)) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += gradient.values()[i];
                }
            }
            progress.report(to, count);
        }
        Tensor mean = Tensor.zeros(network.input());
        for (int i = 0; i < sum.length; i++) {
            mean.values()[i] = (float) (sum[i] / count);
        }
        return mean;
    }

    /**
     * Integrated gradients [Sundararajan2017]: the mean gradient on the straight way from a baseline to the picture, times
     * the difference between both. All values add up to the difference of the scores, the better the more steps.
     */
    public Tensor integrated(Tensor input, Tensor baseline, int steps, Progress progress) {
        Tensor mean = mean(steps, i -> between(baseline, input, (i + 0.5) / steps), progress);
        for (int i = 0; i < mean.values().length; i++) {
            mean.values()[i] *= input.values()[i] - baseline.values()[i];
        }
        return mean;
    }

    private static Tensor between(Tensor from, Tensor to, double share) {
        Tensor between = Tensor.zeros(from.shape());
        for (int i = 0; i < between.values().length; i++) {
            between.values()[i] = (float) (from.values()[i] + share * (to.values()[i] - from.values()[i]));
        }
        return between;
    }

    /**
     * SmoothGrad [Smilkov2017]: the mean gradient of the picture under noise.
     *
     * @param noise the standard deviation, as a share of the input's range
     */
    public Tensor smooth(Tensor input, int samples, double noise, long seed, Progress progress) {
        SplittableRandom random = new SplittableRandom(seed);
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float v : input.values()) {
            least = Math.min(least, v);
            most = Math.max(most, v);
        }
        double deviation = noise * (most - least);
        return mean(samples, i -> noisy(input, deviation, random), progress);
    }

    private static Tensor noisy(Tensor input, double deviation, SplittableRandom random) {
        Tensor noisy = Tensor.zeros(input.shape());
        for (int i = 0; i < noisy.values().length; i++) {
            noisy.values()[i] = (float) (input.values()[i] + deviation * random.nextGaussian());
        }
        return noisy;
    }

    /**
     * Grad-CAM [Selvaraju2017]: a layer's maps, each times the mean derivative of the score by it, summed; what speaks against
     * the class is left out.
     *
     * @return [1, height, width] of the layer
     */
    public Tensor cam(Tensor input, String layer) {
        try (Activations run = network.forward(input, Keep.everything())) {
            Tensor maps = run.maps(layer, 0);
            double[] weights = Occlusion.totals(projector.signal(run, target, layer));
            int area = maps.shape().area();
            Tensor cam = Tensor.zeros(
                    new Shape(1, maps.shape().height(), maps.shape().width()));
            for (int p = 0; p < area; p++) {
                double sum = 0;
                for (int c = 0; c < weights.length; c++) {
                    sum += weights[c] / area * maps.values()[c * area + p];
                }
                cam.values()[p] = (float) Math.max(0, sum);
            }
            return cam;
        }
    }

    @Override
    public void close() {
        projector.close();
    }
}
