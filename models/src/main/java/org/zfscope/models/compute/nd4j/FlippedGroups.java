package org.zfscope.models.compute.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.FlippedFilters;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;

/**
 * A convolution's filters for the way back.
 *
 * @param groups for each group [channels * phases, filters, rows, columns]
 * @param noBias as many zeros as a group has channels below
 */
record FlippedGroups(List<INDArray> groups, INDArray noBias) implements AutoCloseable {

    private record Key(int groups, int vertical, int horizontal, int rowGap, int columnGap) {}

    /** The weights' flipped form, made when it is first asked for. */
    static FlippedGroups of(Weights weights, Geometry geometry, int groups) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        Key key = new Key(groups, v.stride(), h.stride(), v.dilation(), h.dilation());
        return weights.prepared(FlippedGroups.class, key, () -> flipped(weights, v, h, groups));
    }

    private static FlippedGroups flipped(Weights weights, Axis v, Axis h, int groups) {
        List<INDArray> all = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            all.add(flipped(Convolutions.group(weights, group, groups), v, h));
        }
        int outputs = (int) all.get(0).size(0);
        return new FlippedGroups(all, Native.copyOf(new float[outputs], outputs));
    }

    /** Phases know no dilation: with a stride, zeros between the weights stand for it. */
    private static INDArray flipped(INDArray filters, Axis v, Axis h) {
        if (v.stride() * h.stride() == 1) {
            return flipped(filters, 1, 1);
        }
        try (INDArray wide = Conv2d.spaced(filters, v.dilation(), h.dilation())) {
            return flipped(wide, v.stride(), h.stride());
        }
    }

    private static INDArray flipped(INDArray filters, int vertical, int horizontal) {
        int[] sides = {(int) filters.size(0), (int) filters.size(1), (int) filters.size(2), (int) filters.size(3)};
        FlippedFilters how = new FlippedFilters(sides[0], sides[1], sides[2], sides[3], vertical, horizontal);
        INDArray flipped = Native.allocate((long) sides[1] * how.phases(), sides[0], how.rows(), how.columns());
        how.write(Native.floats(filters), Native.floats(flipped));
        return flipped;
    }

    @Override
    public void close() {
        groups.forEach(INDArray::close);
        noBias.close();
    }
}
