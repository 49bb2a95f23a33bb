package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.layer.Conv2d;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Geometry.Axis;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Shape;

/**
 * Back through a convolution: the signal, with zeros between its values where the layer has a stride, is convolved with
 * the same filters, flipped vertically and horizontally, inputs and outputs exchanged [Zeiler2014 §2.1]. No bias.
 */
final class TransposedFilter implements Step {

    private final Convolution convolution;
    private final List<INDArray> flipped = new ArrayList<>();
    private final INDArray noBias;

    TransposedFilter(Convolution convolution) {
        this.convolution = convolution;
        for (int group = 0; group < convolution.groups(); group++) {
            flipped.add(FlippedFilters.of(convolution.filters(group)));
        }
        long inputs = flipped.get(0).size(0);
        noBias = Native.copyOf(new float[(int) inputs], inputs);
    }

    @Override
    public INDArray back(LayerRecord record, Signal above, Below below) {
        Reach reach = new Reach(convolution.geometry(), above.places(), below.places());
        INDArray spaced = spaced(above);
        try {
            INDArray filtered = filtered(spaced, reach);
            List<Place> covered = reach.covered();
            if (covered.equals(below.places())) {
                return filtered;
            }
            try (Signal wide = new Signal(filtered, covered)) {
                return SignalMaps.move(wide, below);
            }
        } finally {
            if (spaced != above.values()) {
                spaced.close();
            }
        }
    }

    private INDArray spaced(Signal above) {
        Axis v = convolution.geometry().vertical();
        Axis h = convolution.geometry().horizontal();
        return v.stride() == 1 && h.stride() == 1
                ? above.values()
                : Maps.spaced(above.values(), v.stride(), h.stride());
    }

    private INDArray filtered(INDArray signal, Reach reach) {
        Shape from = Native.shape(signal);
        Shape to = reach.geometry().over(from, convolution.channels());
        INDArray result = Native.allocate(to.batch(signal.size(0)));
        if (flipped.size() == 1) {
            return Conv2d.run(signal, flipped.get(0), noBias, reach.geometry(), result);
        }
        int above = convolution.filters() / flipped.size();
        int below = convolution.channels() / flipped.size();
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
