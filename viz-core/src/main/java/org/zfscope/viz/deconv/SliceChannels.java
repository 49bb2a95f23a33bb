package org.zfscope.viz.deconv;

import java.util.stream.IntStream;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;

/** Back through a concatenation: each input gets its own channels. */
record SliceChannels() implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        int first = IntStream.range(0, below.input())
                .map(i -> record.shape(i).channels())
                .sum();
        return above.engine().moved(above, first, below.shape().channels(), below.places());
    }
}
