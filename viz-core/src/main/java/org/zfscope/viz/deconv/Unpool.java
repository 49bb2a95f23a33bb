package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.tensor.Window;

/**
 * Back through a max pool: every value goes to where its maximum came from, as the switches recorded it. Where windows
 * overlap and share a switch the values add up, which makes this the exact adjoint of pooling [Zeiler2014 §2.1].
 */
record Unpool() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        Switches switches = record.switches().get(0);
        int width = below.shape().width();
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window pooled = from.window();
            for (int i = 0; i < in.length; i++) {
                if (in[i] != 0) {
                    int y = pooled.y() + i / pooled.width();
                    int x = pooled.x() + i % pooled.width();
                    int at = switches.at(from.picture(), channel, y, x);
                    out[SignalMaps.index(to.window(), at / width, at % width)] += in[i];
                }
            }
        });
    }
}
