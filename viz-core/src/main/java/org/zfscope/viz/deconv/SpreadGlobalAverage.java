package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;

/** Back through a global average: every value is spread evenly over its map. */
record SpreadGlobalAverage() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(
                above,
                below,
                (from, in, to, out, channel) ->
                        Arrays.fill(out, in[0] / below.shape().area()));
    }
}
