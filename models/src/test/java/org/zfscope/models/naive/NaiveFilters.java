package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.naive.Taps.Tap;
import org.zfscope.models.tensor.Shape;

/** Layers with filters: out(o) = bias(o) + sum of weight(o, i) * in(i) over what filter o lies on. */
final class NaiveFilters {

    private NaiveFilters() {}

    static Connections dense(Dense layer, Shape input) {
        int units = layer.weights().units();
        double[] weights = values(layer.weights()); // [units, inputs]
        Connections connections = new Connections(input, Shape.flat(units));
        for (int o = 0; o < units; o++) {
            for (int i = 0; i < input.size(); i++) {
                connections.connect(i, o, weights[o * input.size() + i]);
            }
        }
        return connections;
    }

    static Connections convolution(Convolution layer, Shape input) {
        Taps taps = new Taps(layer.geometry(), input);
        Shape output = taps.output(layer.weights().side(0));
        double[] weights = values(layer.weights()); // [filters, channels / groups, kernel height, kernel width]
        Connections connections = new Connections(input, output);
        for (int y = 0; y < output.height(); y++) {
            for (int x = 0; x < output.width(); x++) {
                List<Tap> inside = taps.inside(y, x);
                for (int o = 0; o < output.channels(); o++) {
                    int to = Grid.index(output, o, y, x);
                    filter(layer, weights, o, inside, to, connections);
                }
            }
        }
        return connections;
    }

    /** Connects what filter o lies on with one output. */
    private static void filter(
            Convolution layer, double[] weights, int o, List<Tap> taps, int to, Connections connections) {
        int depth = layer.weights().side(1);
        int height = layer.weights().side(2);
        int width = layer.weights().side(3);
        int group = o / (layer.weights().side(0) / layer.groups());
        for (int c = 0; c < depth; c++) {
            for (Tap tap : taps) {
                double weight = weights[((o * depth + c) * height + tap.v()) * width + tap.u()];
                int from = Grid.index(connections.input(), group * depth + c, tap.y(), tap.x());
                connections.connect(from, to, weight);
            }
        }
    }

    /** In row-major order, whatever the order in memory. */
    private static double[] values(Weights weights) {
        double[] values = new double[weights.units() * weights.each()];
        float[] floats = weights.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = floats[i];
        }
        return values;
    }
}
