package org.zfscope.models.naive;

import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.naive.Taps.Tap;
import org.zfscope.models.tensor.Geometry.Axis;
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

    /** Every input lays its filter over the output, at the places that the window of the convolution there would see. */
    static Connections transposed(TransposedConvolution layer, Shape input) {
        Shape output = new Shape(
                layer.weights().side(1) * layer.groups(),
                side(layer.geometry().vertical(), input.height(), layer.extraRows()),
                side(layer.geometry().horizontal(), input.width(), layer.extraColumns()));
        Taps taps = new Taps(layer.geometry(), output);
        Connections connections = new Connections(input, output);
        double[] weights = values(layer.weights());
        for (int from = 0; from < input.size(); from++) {
            int row = from % input.area() / input.width();
            for (Tap tap : taps.inside(row, from % input.width())) {
                lay(layer, weights, from, tap, connections, output);
            }
        }
        return connections;
    }

    private static int side(Axis axis, int inputs, int extra) {
        return (inputs - 1) * axis.stride()
                - axis.before()
                - axis.after()
                + (axis.kernel() - 1) * axis.dilation()
                + extra
                + 1;
    }

    private static void lay(
            TransposedConvolution layer, double[] weights, int from, Tap tap, Connections connections, Shape output) {
        int channel = from / connections.input().area();
        int depth = layer.weights().side(1);
        int group = channel / (connections.input().channels() / layer.groups());
        for (int d = 0; d < depth; d++) {
            int at = ((channel * depth + d) * layer.weights().side(2) + tap.v())
                            * layer.weights().side(3)
                    + tap.u();
            connections.connect(from, Grid.index(output, group * depth + d, tap.y(), tap.x()), weights[at]);
        }
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
