package org.zfscope.viz.deconv;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.tensor.Window;

/** Back through a selection of maps: each goes to where it came from, and where one was taken twice both add up. */
record ReturnChannels(SelectChannels layer) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        List<List<Integer>> readers = readers(below.shape().channels());
        return above.engine().make(below.places().size(), below.window(), (seed, channel, out) -> {
            Window from = above.places().get(seed).window();
            Window to = below.places().get(seed).window();
            for (int reader : readers.get(channel)) {
                add(above, seed, reader, from, to, out);
            }
        });
    }

    /** For each of the channels below those above that are made of it. */
    private List<List<Integer>> readers(int count) {
        List<List<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            readers.add(new ArrayList<>());
        }
        for (int i = 0; i < layer.channels().length; i++) {
            readers.get(layer.channels()[i]).add(i);
        }
        return readers;
    }

    private static void add(Signal above, int seed, int channel, Window from, Window to, float[] out) {
        float[] signal = new float[from.height() * from.width()];
        float[] moved = new float[out.length];
        above.values().read(seed, channel, signal);
        from.copy(signal, moved, to);
        for (int i = 0; i < out.length; i++) {
            out[i] += moved[i];
        }
    }
}
