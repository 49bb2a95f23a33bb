package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Place;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.nd4j.Conv2d;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;

/**
 * Back through a convolution: the signal is convolved with the same filters, flipped vertically and horizontally, inputs
 * and outputs exchanged [Zeiler2014 §2.1]. No bias. A stride would put zeros between the signal's values; instead each
 * phase of the filters is convolved with the signal as it is, and the phases are woven together.
 */
final class TransposedFilter implements Step {

    private final Convolution convolution;
    private final int vertical;
    private final int horizontal;
    private final List<INDArray> flipped = new ArrayList<>();
    private final INDArray noBias;

    TransposedFilter(Convolution convolution) {
        this.convolution = convolution;
        this.vertical = convolution.geometry().vertical().stride();
        this.horizontal = convolution.geometry().horizontal().stride();
        for (int group = 0; group < convolution.groups(); group++) {
            flipped.add(flipped(convolution.filters(group)));
        }
        long outputs = flipped.get(0).size(0);
        noBias = Native.copyOf(new float[(int) outputs], outputs);
    }

    /** Phases know no dilation: with a stride, zeros between the weights stand for it. */
    private INDArray flipped(INDArray filters) {
        if (!isWoven()) {
            return FlippedFilters.of(filters, 1, 1);
        }
        Geometry geometry = convolution.geometry();
        try (INDArray wide = Maps.spaced(
                filters, geometry.vertical().dilation(), geometry.horizontal().dilation())) {
            return FlippedFilters.of(wide, vertical, horizontal);
        }
    }

    private boolean isWoven() {
        return vertical * horizontal > 1;
    }

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        Reach reach = new Reach(convolution.geometry(), above.places(), below.places());
        INDArray filtered = filtered(above.values(), reach);
        List<Place> covered = reach.covered();
        if (!isWoven() && covered.equals(below.places())) {
            return filtered;
        }
        try (Signal wide = new Signal(filtered, covered)) {
            return isWoven() ? SignalMaps.weave(wide, vertical, horizontal, below) : SignalMaps.move(wide, below);
        }
    }

    private INDArray filtered(INDArray signal, Reach reach) {
        Shape from = Native.shape(signal);
        Shape to = reach.geometry().over(from, convolution.channels() * vertical * horizontal);
        INDArray result = Native.allocate(to.batch(signal.size(0)));
        if (flipped.size() == 1) {
            return Conv2d.run(signal, flipped.get(0), noBias, reach.geometry(), result);
        }
        int above = from.channels() / flipped.size();
        int below = to.channels() / flipped.size();
        Shape part = new Shape(below, to.height(), to.width());
        for (int g = 0; g < flipped.size(); g++) {
            try (INDArray slice = Maps.channels(signal, g * above, above);
                    INDArray some = Native.allocate(part.batch(signal.size(0)))) {
                Conv2d.run(slice, flipped.get(g), noBias, reach.geometry(), some);
                Maps.putChannels(some, result, g * below);
            }
        }
        return result;
    }

    @Override
    public void close() {
        flipped.forEach(INDArray::close);
        noBias.close();
    }
}
