package org.zfscope.models.compute.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Phases;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Reach;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/**
 * Convolutions both ways. On the way back the signal is convolved with the same filters, flipped vertically and
 * horizontally, inputs and outputs exchanged [Zeiler2014 §2.1]. A stride would put zeros between the signal's values;
 * instead each phase of the filters is convolved with the signal as it is, and the phases are woven together.
 */
final class Convolutions {

    private Convolutions() {}

    static Maps forward(Nd4jEngine engine, Maps input, Weights filters, Geometry geometry, int groups) {
        INDArray x = Nd4jMaps.array(input);
        Shape out = geometry.over(input.shape(), filters.units());
        if (Conv2d.isSymmetric(geometry)) {
            return new Nd4jMaps(engine, out, forward(x, filters, geometry, groups, out));
        }
        try (INDArray padded = Conv2d.padded(x, geometry)) {
            return new Nd4jMaps(engine, out, forward(padded, filters, Conv2d.unpadded(geometry), groups, out));
        }
    }

    private static INDArray forward(INDArray x, Weights filters, Geometry geometry, int groups, Shape out) {
        Nd4jWeights all = Nd4jWeights.of(filters);
        return Native.filled(out.batch(x.size(0)), result -> {
            if (groups == 1) {
                Conv2d.run(x, all.weights(), all.bias(), geometry, result);
                return;
            }
            for (int g = 0; g < groups; g++) {
                INDArray bias = all.bias().get(interval(filters, g, groups));
                runGroup(x, group(filters, g, groups), bias, geometry, result, g, groups);
            }
        });
    }

    /** The filters of one group: a view of the weights. */
    static INDArray group(Weights weights, int group, int groups) {
        INDArray all = Nd4jWeights.of(weights).weights();
        return groups == 1 ? all : all.get(interval(weights, group, groups));
    }

    private static INDArrayIndex interval(Weights weights, int group, int groups) {
        long each = weights.units() / groups;
        return NDArrayIndex.interval(group * each, (group + 1) * each);
    }

    /** Convolves one group's channels of {@code x} and puts what comes of it in its place in {@code result}. */
    private static void runGroup(
            INDArray x, INDArray filters, INDArray bias, Geometry geometry, INDArray result, int group, int groups) {
        int in = (int) x.size(1) / groups;
        int out = (int) result.size(1) / groups;
        try (INDArray slice = Channels.take(x, group * in, in);
                INDArray some = Native.allocate(result.size(0), out, result.size(2), result.size(3))) {
            Conv2d.run(slice, filters, bias, geometry, some);
            Channels.put(some, result, group * out);
        }
    }

    static Maps back(
            Nd4jEngine engine, Signal above, Weights filters, Geometry geometry, int groups, List<Place> below) {
        Reach reach = new Reach(geometry, above.places(), below);
        Phases phases =
                new Phases(geometry.vertical().stride(), geometry.horizontal().stride());
        List<Place> covered = reach.covered();
        Maps filtered = filtered(engine, above.values(), FlippedGroups.of(filters, geometry, groups), reach.geometry());
        if (phases.isOne() && covered.equals(below)) {
            return filtered;
        }
        try (Signal wide = new Signal(filtered, covered)) {
            return phases.isOne()
                    ? engine.moved(wide, 0, filtered.shape().channels(), below)
                    : phases.woven(wide, below);
        }
    }

    private static Maps filtered(Nd4jEngine engine, Maps signal, FlippedGroups flipped, Geometry geometry) {
        int groups = flipped.groups().size();
        Shape to = geometry.over(
                signal.shape(), groups * (int) flipped.groups().get(0).size(0));
        INDArray x = Nd4jMaps.array(signal);
        INDArray result = Native.filled(to.batch(signal.pictures()), all -> {
            if (groups == 1) {
                Conv2d.run(x, flipped.groups().get(0), flipped.noBias(), geometry, all);
                return;
            }
            for (int g = 0; g < groups; g++) {
                runGroup(x, flipped.groups().get(g), flipped.noBias(), geometry, all, g, groups);
            }
        });
        return new Nd4jMaps(engine, to, result);
    }
}
