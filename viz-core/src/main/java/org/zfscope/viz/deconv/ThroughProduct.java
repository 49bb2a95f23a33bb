package org.zfscope.viz.deconv;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.Broadcast;

/**
 * Back through a product: the signal times what the other inputs were on the way forward. Where gates are held constant
 * nothing goes to any input but the first.
 */
record ThroughProduct(GateRule gates) implements Step {

    @Override
    public boolean leadsTo(int input) {
        return gates == GateRule.DERIVE || input == 0;
    }

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        if (!leadsTo(below.input())) {
            return above.engine().make(below.places().size(), below.window(), (seed, channel, out) -> {});
        }
        List<Maps> others = IntStream.range(0, record.inputs())
                .filter(i -> i != below.input())
                .mapToObj(record::input)
                .toList();
        return Gather.of(above, below, (place, channel, signal) -> {
            for (Maps other : others) {
                float[] factor = Broadcast.read(other, place.picture(), channel, place.window());
                for (int i = 0; i < signal.length; i++) {
                    signal[i] *= factor[i];
                }
            }
        });
    }
}
