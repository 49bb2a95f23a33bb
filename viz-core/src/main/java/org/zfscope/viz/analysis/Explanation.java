package org.zfscope.viz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zfscope.models.Activations;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * Why a neuron has its value: layer by layer down to the filter that it comes from, with the numbers that are multiplied and
 * added. Sums are of doubles; the network adds up floats in an order of its own, so its value is near, and the same where
 * floats are exact.
 */
public record Explanation(List<Reason> reasons) {

    /** Kinds of layers that give a function of the one value below. */
    private static final Set<Class<? extends Layer>> SINGLE = Set.of(
            Activation.class,
            BatchNorm.class,
            ClippedRelu.class,
            Dropout.class,
            LeakyRelu.class,
            LocalResponseNorm.class,
            ParametricRelu.class,
            Relu.class);

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** Of a neuron in a run's first picture, which kept everything. */
    public static Explanation of(Activations run, String layer, int unit, int y, int x) {
        return new Descent(run, layer, unit, y, x).explained();
    }

    /** The last step. */
    public Reason last() {
        return reasons.get(reasons.size() - 1);
    }

    /** On the way down; where it is now. */
    private static final class Descent {
        private final Activations run;
        private final Network network;
        private final List<Reason> reasons = new ArrayList<>();
        private String layer;
        private int unit;
        private int y;
        private int x;

        Descent(Activations run, String layer, int unit, int y, int x) {
            this.run = run;
            this.network = run.network();
            this.layer = layer;
            this.unit = unit;
            this.y = y;
            this.x = x;
        }

        Explanation explained() {
            while (network.has(layer)) {
                Reason reason = step(network.node(layer));
                reasons.add(reason);
                if (reason instanceof Reason.Filtered
                        || reason instanceof Reason.Averaged
                        || reason instanceof Reason.Other) {
                    break;
                }
            }
            return new Explanation(reasons);
        }

        private float value(String of) {
            return run.map(of, 0, unit).at(0, y, x);
        }

        private Reason step(Node node) {
            float activation = value(layer);
            if (node.layer() instanceof Convolution convolution) {
                return filtered(node, convolution, activation);
            }
            if (node.layer() instanceof Dense dense) {
                return filtered(node, dense, activation);
            }
            if (node.layer() instanceof MaxPool) {
                return largest(node, activation);
            }
            if (node.layer() instanceof AveragePool pool) {
                return averaged(node, pool, activation);
            }
            if (node.layer() instanceof Concat) {
                return taken(node, activation);
            }
            return single(node, activation);
        }

        /** What is a function of the one value below. */
        private Reason single(Node node, float activation) {
            String name = layer;
            boolean simple = SINGLE.contains(node.layer().getClass());
            if (!simple) {
                return new Reason.Other(name, activation, node.layer().kind());
            }
            layer = node.inputs().get(0);
            float below = value(layer);
            return node.layer() instanceof BatchNorm norm
                    ? new Reason.Scaled(name, activation, norm.scale()[unit], below, norm.shift()[unit])
                    : new Reason.Passed(name, activation, node.layer().kind(), below);
        }

        private Reason taken(Node node, float activation) {
            String name = layer;
            int first = 0;
            for (String input : node.inputs()) {
                int channels = network.shape(input).channels();
                if (unit < first + channels) {
                    layer = input;
                    break;
                }
                first += channels;
            }
            unit -= first;
            return new Reason.Taken(name, activation, layer, unit);
        }

        private Reason largest(Node node, float activation) {
            String name = layer;
            layer = node.inputs().get(0);
            Shape below = network.shape(layer);
            Window window = node.layer().reach(Window.at(y, x), below).clip(below);
            Tensor values = run.map(layer, 0, unit).crop(window);
            int at = run.record(name).switches().at(0, unit, y, x);
            y = at / below.width();
            x = at % below.width();
            return new Reason.Largest(name, activation, window, values, y, x);
        }

        private Reason averaged(Node node, AveragePool pool, float activation) {
            String below = node.inputs().get(0);
            Shape shape = network.shape(below);
            Window window = pool.inside(y, x, shape);
            Tensor values = taken(run.map(below, 0, unit).crop(window), pool.geometry());
            double sum = 0;
            for (float value : values.values()) {
                sum += value;
            }
            return new Reason.Averaged(layer, activation, window, values, sum, pool.factor(shape, y, x));
        }

        /** What lies between the positions of a dilated window counts nothing. */
        private static Tensor taken(Tensor values, Geometry geometry) {
            int width = values.shape().width();
            int down = geometry.vertical().dilation();
            int right = geometry.horizontal().dilation();
            for (int i = 0; i < values.values().length; i++) {
                if (i / width % down != 0 || i % width % right != 0) {
                    values.values()[i] = 0;
                }
            }
            return values;
        }

        private Reason filtered(Node node, Convolution convolution, float activation) {
            String below = node.inputs().get(0);
            Geometry geometry = convolution.geometry();
            Window window = geometry.reach(Window.at(y, x));
            int channels = convolution.weights().side(1);
            int first = unit / (convolution.filters() / convolution.groups()) * channels;
            Tensor under = run.maps(below, 0);
            Tensor patch = Tensor.zeros(new Shape(
                    channels,
                    geometry.vertical().kernel(),
                    geometry.horizontal().kernel()));
            int down = geometry.vertical().dilation();
            for (int i = 0; i < patch.values().length; i++) {
                int row = window.y() + i / patch.shape().width() % patch.shape().height() * down;
                int column = window.x()
                        + i % patch.shape().width() * geometry.horizontal().dilation();
                patch.values()[i] = padded(under, first + i / patch.shape().area(), row, column);
            }
            Tensor filter = new Tensor(patch.shape(), convolution.weights().unit(unit));
            float bias = convolution.weights().bias()[unit];
            return filtered(activation, below, window, patch, filter, first, down, bias);
        }

        private static float padded(Tensor maps, int channel, int row, int column) {
            boolean inside = row >= 0
                    && column >= 0
                    && row < maps.shape().height()
                    && column < maps.shape().width();
            return inside ? maps.at(channel, row, column) : 0;
        }

        private Reason filtered(Node node, Dense dense, float activation) {
            String below = node.inputs().get(0);
            Tensor patch = run.maps(below, 0);
            Tensor filter = new Tensor(patch.shape(), dense.weights().unit(unit));
            float bias = dense.weights().bias()[unit];
            return filtered(activation, below, Window.whole(patch.shape()), patch, filter, 0, 1, bias);
        }

        private Reason filtered(
                float activation,
                String below,
                Window window,
                Tensor patch,
                Tensor filter,
                int first,
                int dilation,
                float bias) {
            double[] sums = new double[patch.shape().channels()];
            int area = patch.shape().area();
            double sum = 0;
            for (int i = 0; i < patch.values().length; i++) {
                sums[i / area] += (double) patch.values()[i] * filter.values()[i];
            }
            for (double channel : sums) {
                sum += channel;
            }
            return new Reason.Filtered(
                    layer, activation, below, window, patch, filter, first, dilation, sums, bias, sum + bias);
        }
    }
}
