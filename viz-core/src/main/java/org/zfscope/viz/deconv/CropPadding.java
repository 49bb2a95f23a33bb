package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.tensor.Window;

/** Back through zero padding: what lies in the padding is dropped. */
record CropPadding(ZeroPadding padding) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window shifted = padding.reach(from.window(), below.shape());
            shifted.copy(in, out, to.window());
        });
    }
}
