package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.tensor.Window;

/** Back through a frame made from the map itself: what lies in the frame is added where it was taken from. */
record FoldPadding(BorderPadding padding) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        int height = below.shape().height();
        int width = below.shape().width();
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window framed = from.window();
            for (int i = 0; i < in.length; i++) {
                int y = padding.border().source(framed.y() + i / framed.width() - padding.top(), height);
                int x = padding.border().source(framed.x() + i % framed.width() - padding.left(), width);
                if (in[i] != 0) {
                    out[to.window().index(y, x)] += in[i];
                }
            }
        });
    }
}
