package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.tensor.Window;

/** Back through a global max pool: every value goes to where its map's maximum was. */
record UnpoolGlobal() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Place whole = new Place(to.picture(), Window.whole(below.shape()));
            float[] map = SignalMaps.forward(record.input(0), whole, channel);
            int strongest = GlobalMaxPool.strongest(map);
            int width = below.shape().width();
            out[to.window().index(strongest / width, strongest % width)] = in[0];
        });
    }
}
