package org.zfscope.models.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.Standardising;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.layer.Weighted;
import org.zfscope.models.tensor.Shape;

/** The way forward. */
public final class NaiveForward {

    @FunctionalInterface
    private interface PointFunction {
        double at(int c, int y, int x);
    }

    private NaiveForward() {}

    /** The outputs of all layers, by name. */
    public static Map<String, Grid> all(Network network, Grid picture) {
        Map<String, Grid> outputs = new HashMap<>(Map.of(Network.INPUT, picture));
        for (Node node : network.nodes()) {
            List<Grid> inputs = node.inputs().stream().map(outputs::get).toList();
            outputs.put(node.name(), of(node.layer(), inputs));
        }
        return outputs;
    }

    public static Grid of(Layer layer, List<Grid> inputs) {
        Grid x = inputs.get(0);
        if (layer instanceof Relu) {
            return x.map(v -> v > 0 ? v : 0);
        } else if (layer instanceof LeakyRelu leaky) {
            return x.map(v -> v > 0 ? v : leaky.slope() * v);
        } else if (layer instanceof ClippedRelu clipped) {
            return x.map(v -> v < 0 ? 0 : v > clipped.ceiling() ? clipped.ceiling() : v);
        } else if (layer instanceof ParametricRelu relu) {
            return points(
                    x,
                    (c, row, column) -> x.at(c, row, column)
                            * (x.at(c, row, column) > 0
                                    ? 1
                                    : NaiveProducts.at(Grid.of(relu.slopes()), c, row, column)));
        } else if (layer instanceof Activation activation) {
            return x.map(v -> NaiveCurves.value(activation.curve(), v));
        } else if (layer instanceof Multiply) {
            return NaiveProducts.product(inputs, layer.outputShape(shapes(inputs)));
        } else if (layer instanceof LocalResponseNorm norm) {
            return points(
                    x,
                    (c, row, column) ->
                            x.at(c, row, column) * Math.pow(NaiveNorms.across(norm, x, c, row, column), -norm.beta()));
        } else if (layer instanceof SpatialResponseNorm norm) {
            return points(
                    x,
                    (c, row, column) ->
                            x.at(c, row, column) * Math.pow(NaiveNorms.within(norm, x, c, row, column), -norm.beta()));
        } else if (layer instanceof Softmax) {
            return points(x, (c, row, column) -> Math.exp(x.at(c, row, column)) / sumOfExp(x, row, column));
        }
        return layer instanceof Standardising norm ? NaiveStandard.of(norm, x).normalised(x) : linear(layer, inputs);
    }

    private static Grid linear(Layer layer, List<Grid> inputs) {
        Grid sum = NaiveLinear.connections(layer, inputs, 0).forward(inputs.get(0));
        for (int i = 1; i < inputs.size(); i++) {
            sum = sum.plus(NaiveLinear.connections(layer, inputs, i).forward(inputs.get(i)));
        }
        Grid without = sum;
        return points(sum, (c, y, x) -> without.at(c, y, x) + bias(layer, c, y, x));
    }

    private static List<Shape> shapes(List<Grid> inputs) {
        return inputs.stream().map(Grid::shape).toList();
    }

    private static double bias(Layer layer, int c, int y, int x) {
        if (layer instanceof TransposedConvolution transposed) {
            return transposed.bias()[c];
        }
        if (layer instanceof Weighted weighted) {
            return weighted.weights().bias()[c];
        }
        if (layer instanceof Affine affine) {
            return NaiveProducts.at(Grid.of(affine.shift()), c, y, x);
        }
        return layer instanceof BatchNorm norm ? norm.shift()[c] : 0;
    }

    private static double sumOfExp(Grid x, int row, int column) {
        double sum = 0;
        for (int c = 0; c < x.shape().channels(); c++) {
            sum += Math.exp(x.at(c, row, column));
        }
        return sum;
    }

    private static Grid points(Grid like, PointFunction function) {
        Grid out = Grid.zeros(like.shape());
        for (int c = 0; c < like.shape().channels(); c++) {
            for (int y = 0; y < like.shape().height(); y++) {
                for (int x = 0; x < like.shape().width(); x++) {
                    out.add(c, y, x, function.at(c, y, x));
                }
            }
        }
        return out;
    }
}
