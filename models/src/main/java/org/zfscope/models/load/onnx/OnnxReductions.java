package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** Means, sums and maxima over rows, columns and channels. */
final class OnnxReductions {

    private OnnxReductions() {}

    static OnnxValue mean(OnnxNode node, OnnxLayers layers) {
        if (node.input(0) instanceof OnnxPicked picked && picked.dims().length > Side.PLAIN.size()) {
            return OnnxAdaptive.mean(node, picked, layers);
        }
        Maps maps = node.maps(0);
        return reduced(node, layers, means(over(node, maps), maps.shape()));
    }

    static OnnxValue max(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        return reduced(node, layers, maxima(over(node, maps), maps.shape()));
    }

    /** The largest of the negative, and its negative. */
    static OnnxValue min(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        Layer negative = Affine.scale(OnnxFactors.one(-1).tensor());
        List<Layer> steps = maxima(over(node, maps), maps.shape());
        steps.add(0, negative);
        steps.add(negative);
        return reduced(node, layers, steps);
    }

    static OnnxValue sum(OnnxNode node, OnnxLayers layers) {
        return reduced(node, layers, sums(node));
    }

    /** The sum of what is far from zero. */
    static OnnxValue sumOfDistances(OnnxNode node, OnnxLayers layers) {
        return reduced(node, layers, sumsOf(node, new Curve.Abs()));
    }

    static OnnxValue sumOfSquares(OnnxNode node, OnnxLayers layers) {
        return reduced(node, layers, sumsOf(node, new Curve.Power(2)));
    }

    /** The length of what is a vector. */
    static OnnxValue length(OnnxNode node, OnnxLayers layers) {
        List<Layer> steps = sumsOf(node, new Curve.Power(2));
        steps.add(new Activation(new Curve.Power(0.5f)));
        return reduced(node, layers, steps);
    }

    private static List<Layer> sumsOf(OnnxNode node, Curve curve) {
        List<Layer> steps = sums(node);
        steps.add(0, new Activation(curve));
        return steps;
    }

    /** A mean times how many it is of. */
    private static List<Layer> sums(OnnxNode node) {
        Maps maps = node.maps(0);
        Set<Side> over = over(node, maps);
        List<Layer> steps = means(over, maps.shape());
        float count = over.stream().mapToLong(side -> side.of(maps.shape(), 1)).reduce(1, Math::multiplyExact);
        float[] scale =
                new float[over.contains(Side.CHANNELS) ? 1 : maps.shape().channels()];
        Arrays.fill(scale, count);
        steps.add(new BatchNorm(scale, new float[scale.length]));
        return steps;
    }

    private static OnnxValue reduced(OnnxNode node, OnnxLayers layers, List<Layer> steps) {
        Maps maps = node.maps(0);
        List<Integer> axes = axes(node, maps);
        List<Side> left = IntStream.range(0, maps.rank())
                .filter(i -> node.integer("keepdims", 1) != 0 || !axes.contains(i))
                .mapToObj(maps.sides()::get)
                .toList();
        for (Layer step : steps) {
            maps = layers.add(node.name(), step, left, maps);
        }
        return new Maps(maps.layer(), maps.shape(), left);
    }

    /** No axes: all of them, or none where the node says so. */
    private static List<Integer> axes(OnnxNode node, Maps maps) {
        int[] given = node.integers("axes", 1);
        boolean all = given.length == 0 && node.integer("noop_with_empty_axes", 0) == 0;
        return all
                ? IntStream.range(0, maps.rank()).boxed().toList()
                : Arrays.stream(given)
                        .mapToObj(axis -> OnnxDims.axis(axis, maps.rank()))
                        .toList();
    }

    private static Set<Side> over(OnnxNode node, Maps maps) {
        Set<Side> over = EnumSet.noneOf(Side.class);
        axes(node, maps).forEach(axis -> over.add(maps.side(axis)));
        over.remove(Side.ONE);
        if (over.contains(Side.BATCH)) {
            throw new IllegalArgumentException(say("models.onnx-reductions.batch"));
        }
        return over;
    }

    private static List<Layer> means(Set<Side> over, Shape shape) {
        List<Layer> steps = new ArrayList<>();
        if (isGlobal(over, shape)) {
            steps.add(new GlobalAveragePool());
        } else if (isSpatial(over)) {
            steps.add(new AveragePool(line(over, shape), Divisor.KERNEL));
        }
        if (over.contains(Side.CHANNELS)) {
            steps.add(new ChannelMean());
        }
        return steps;
    }

    private static List<Layer> maxima(Set<Side> over, Shape shape) {
        List<Layer> steps = new ArrayList<>();
        if (isGlobal(over, shape)) {
            steps.add(new GlobalMaxPool());
        } else if (isSpatial(over)) {
            steps.add(new MaxPool(line(over, shape)));
        }
        if (over.contains(Side.CHANNELS)) {
            steps.add(new ChannelMax());
        }
        return steps;
    }

    private static boolean isSpatial(Set<Side> over) {
        return over.contains(Side.ROWS) || over.contains(Side.COLUMNS);
    }

    private static boolean isGlobal(Set<Side> over, Shape shape) {
        return isSpatial(over)
                && (over.contains(Side.ROWS) || shape.height() == 1)
                && (over.contains(Side.COLUMNS) || shape.width() == 1);
    }

    /** A window as high or as wide as the map. */
    private static Geometry line(Set<Side> over, Shape shape) {
        return over.contains(Side.ROWS)
                ? new Geometry(Axis.of(shape.height(), 1, 0), Axis.of(1, 1, 0))
                : new Geometry(Axis.of(1, 1, 0), Axis.of(shape.width(), 1, 0));
    }
}
