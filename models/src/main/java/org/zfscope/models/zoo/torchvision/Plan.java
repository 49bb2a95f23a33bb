package org.zfscope.models.zoo.torchvision;

import static org.zfscope.models.words.Words.say;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/** How a layer is made from tensors: which ones it takes, and what becomes of them. */
sealed interface Plan {

    String WEIGHT = ".weight";
    String BIAS = ".bias";
    String MEAN = ".running_mean";
    String VARIANCE = ".running_var";

    /** The tensors that a module of that name takes, in the order in which PyTorch saves them. */
    Map<String, Sides> tensors(String module);

    /** Numbers of these that training learns: a batch norm's means and variances are not among them. */
    long learned();

    /** The layer on top of maps of the given shape. */
    Layer layer(String module, Tensors tensors, Shape input);

    /** Whether a convolution adds a number to each map: none where a batch norm follows, which has one. */
    enum Bias {
        LEARNED,
        NONE
    }

    /** A convolution. */
    record Filters(int filters, int channels, Geometry geometry, int groups, Bias bias) implements Plan {

        private Sides sides() {
            return Sides.of(
                    filters,
                    channels / groups,
                    geometry.vertical().kernel(),
                    geometry.horizontal().kernel());
        }

        @Override
        public Map<String, Sides> tensors(String module) {
            Map<String, Sides> tensors = new LinkedHashMap<>();
            tensors.put(module + WEIGHT, sides());
            if (bias == Bias.LEARNED) {
                tensors.put(module + BIAS, Sides.of(filters));
            }
            return tensors;
        }

        @Override
        public long learned() {
            return sides().count() + (bias == Bias.LEARNED ? filters : 0);
        }

        @Override
        public Layer layer(String module, Tensors tensors, Shape input) {
            float[] biases = bias == Bias.LEARNED ? tensors.vector(module + BIAS, filters) : new float[filters];
            Weights weights = Weights.in(tensors.memory(module + WEIGHT, sides()), biases, sides().toInts());
            return new Convolution(weights, geometry, groups);
        }
    }

    /** A fully connected layer. */
    record Matrix(int units, int inputs) implements Plan {

        @Override
        public Map<String, Sides> tensors(String module) {
            Map<String, Sides> tensors = new LinkedHashMap<>();
            tensors.put(module + WEIGHT, Sides.of(units, inputs));
            tensors.put(module + BIAS, Sides.of(units));
            return tensors;
        }

        @Override
        public long learned() {
            return (long) units * inputs + units;
        }

        @Override
        public Layer layer(String module, Tensors tensors, Shape input) {
            float[] biases = tensors.vector(module + BIAS, units);
            return new Dense(
                    Weights.in(tensors.memory(module + WEIGHT, Sides.of(units, inputs)), biases, units, inputs));
        }
    }

    /** A batch norm. */
    record Norm(int channels, double epsilon) implements Plan {

        @Override
        public Map<String, Sides> tensors(String module) {
            Map<String, Sides> tensors = new LinkedHashMap<>();
            for (String each : new String[] {WEIGHT, BIAS, MEAN, VARIANCE}) {
                tensors.put(module + each, Sides.of(channels));
            }
            return tensors;
        }

        @Override
        public long learned() {
            return 2L * channels;
        }

        @Override
        public Layer layer(String module, Tensors tensors, Shape input) {
            float[] variance = tensors.vector(module + VARIANCE, channels);
            for (float v : variance) {
                if (!(v + epsilon > 0)) {
                    throw new IllegalArgumentException(say("models.plan.variance-positive", module + VARIANCE, v));
                }
            }
            return BatchNorm.of(
                    tensors.vector(module + WEIGHT, channels),
                    tensors.vector(module + BIAS, channels),
                    tensors.vector(module + MEAN, channels),
                    variance,
                    epsilon);
        }
    }

    /**
     * The means of as many windows as give maps of one size, whatever the size of the input. At the architecture's own
     * input size there is nothing to average.
     */
    record MeansTo(int side) implements Plan {

        @Override
        public Map<String, Sides> tensors(String module) {
            return Map.of();
        }

        @Override
        public long learned() {
            return 0;
        }

        @Override
        public Layer layer(String module, Tensors tensors, Shape input) {
            if (input.height() % side != 0 || input.width() % side != 0) {
                throw new IllegalArgumentException(say("models.plan.maps-multiple", module, side, input));
            }
            int tall = input.height() / side;
            int wide = input.width() / side;
            Geometry windows = new Geometry(Geometry.Axis.of(tall, tall, 0), Geometry.Axis.of(wide, wide, 0));
            return new AveragePool(windows, Divisor.KERNEL);
        }
    }

    /** A layer that has learned nothing. */
    record Plain(Layer made) implements Plan {

        @Override
        public Map<String, Sides> tensors(String module) {
            return Map.of();
        }

        @Override
        public long learned() {
            return 0;
        }

        @Override
        public Layer layer(String module, Tensors tensors, Shape input) {
            return made;
        }
    }
}
