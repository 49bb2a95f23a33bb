package org.zfscope.viz.deconv;

import java.util.stream.IntStream;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Broadcast;
import org.zfscope.models.tensor.Shape;

/** Back through an addition: every input gets the signal; one that was spread over the others gets the sum of it. */
record PassSum() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        Shape all = Broadcast.of(
                IntStream.range(0, record.inputs()).mapToObj(record::shape).toList());
        return below.shape().equals(all)
                ? SignalMaps.move(above, below)
                : Gather.of(above, below, (place, channel, signal) -> {});
    }
}
