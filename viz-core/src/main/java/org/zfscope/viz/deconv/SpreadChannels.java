package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through a mean over channels: every value is spread evenly over them. */
record SpreadChannels() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        int channels = below.shape().channels();
        return above.engine().make(below.places().size(), below.window(), (seed, channel, out) -> {
            float[] in = new float[above.values().shape().area()];
            above.values().read(seed, 0, in);
            above.places()
                    .get(seed)
                    .window()
                    .copy(in, out, below.places().get(seed).window());
            for (int i = 0; i < out.length; i++) {
                out[i] /= channels;
            }
        });
    }
}
