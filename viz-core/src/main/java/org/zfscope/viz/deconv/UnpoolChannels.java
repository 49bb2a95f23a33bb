package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.tensor.Tensor;

/** Back through a maximum over channels: every value goes to the channel that gave it, the first of equals. */
record UnpoolChannels() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        List<Tensor> unpooled = new ArrayList<>();
        try (Maps moved = above.engine().moved(above, 0, 1, below.places())) {
            for (int seed = 0; seed < below.places().size(); seed++) {
                Tensor x = SignalMaps.forward(record.input(0), below.places().get(seed));
                unpooled.add(unpooled(x, moved.picture(seed).values()));
            }
        }
        return above.engine().of(unpooled);
    }

    private static Tensor unpooled(Tensor x, float[] signal) {
        Tensor out = Tensor.zeros(x.shape());
        for (int i = 0; i < signal.length; i++) {
            int strongest = i;
            for (int at = i; at < x.values().length; at += signal.length) {
                strongest = x.values()[at] > x.values()[strongest] ? at : strongest;
            }
            out.values()[strongest] = signal[i];
        }
        return out;
    }
}
