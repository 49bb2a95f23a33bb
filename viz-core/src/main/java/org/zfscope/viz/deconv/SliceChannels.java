package org.zfscope.viz.deconv;

import org.zfscope.models.compute.Signal;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.LayerRecord;

/** Back through a concatenation: each input gets its own channels. */
record SliceChannels() implements Step {

    @Override
    public INDArray back(LayerRecord record, Signal above, Destination below) {
        int first = record.inputs().subList(0, below.input()).stream()
                .mapToInt(a -> (int) a.size(1))
                .sum();
        return SignalMaps.each(
                above,
                first,
                below,
                (from, in, to, out, channel) -> SignalMaps.copy(in, from.window(), out, to.window()));
    }
}
