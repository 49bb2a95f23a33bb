package org.zfscope.viz.deconv;

import java.util.Arrays;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through a global average: every value is spread evenly over its map. */
record SpreadGlobalAverage() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(
                above,
                below,
                (from, in, to, out, channel) ->
                        Arrays.fill(out, in[0] / below.shape().area()));
    }
}
