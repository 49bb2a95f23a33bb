package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling.Tap;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Back through a change of size: every value goes to the positions that it was made from, by their shares. */
record ResizeAdjoint(Resize resize) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window sampled = from.window();
            for (int i = 0; i < in.length; i++) {
                if (in[i] != 0) {
                    int y = sampled.y() + i / sampled.width();
                    int x = sampled.x() + i % sampled.width();
                    lay(in[i], y, x, below.shape(), to.window(), out);
                }
            }
        });
    }

    private void lay(float value, int y, int x, Shape map, Window to, float[] out) {
        Tap upper = resize.vertical().first(y, map.height());
        Tap lower = resize.vertical().second(y, map.height());
        Tap left = resize.horizontal().first(x, map.width());
        Tap right = resize.horizontal().second(x, map.width());
        out[to.index(upper.at(), left.at())] += value * upper.share() * left.share();
        out[to.index(upper.at(), right.at())] += value * upper.share() * right.share();
        out[to.index(lower.at(), left.at())] += value * lower.share() * left.share();
        out[to.index(lower.at(), right.at())] += value * lower.share() * right.share();
    }
}
