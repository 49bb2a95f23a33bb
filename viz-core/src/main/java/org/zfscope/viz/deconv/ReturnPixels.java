package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.tensor.Window;

/**
 * Back through a selection of rows and columns: each value goes to where it came from, and where one was taken twice both add
 * up.
 */
record ReturnPixels(SelectPixels layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window window = from.window();
            for (int i = 0; i < in.length; i++) {
                if (in[i] != 0) {
                    int y = layer.rows()[window.y() + i / window.width()];
                    int x = layer.columns()[window.x() + i % window.width()];
                    out[to.window().index(y, x)] += in[i];
                }
            }
        });
    }
}
