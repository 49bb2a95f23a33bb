package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.tensor.Window;

/** Back through an average pool: every value is spread evenly over its window; what falls into the padding is dropped. */
record SpreadAverage(AveragePool pool) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Window pooled = from.window();
            for (int i = 0; i < in.length; i++) {
                if (in[i] != 0) {
                    int y = pooled.y() + i / pooled.width();
                    int x = pooled.x() + i % pooled.width();
                    Window inside = pool.inside(y, x, below.shape());
                    add(in[i] * pool.factor(below.shape(), y, x), inside, to.window(), out);
                }
            }
        });
    }

    private void add(float value, Window inside, Window target, float[] out) {
        int down = pool.geometry().vertical().dilation();
        int right = pool.geometry().horizontal().dilation();
        for (int y = inside.y(); y < inside.bottom(); y += down) {
            for (int x = inside.x(); x < inside.right(); x += right) {
                out[target.index(y, x)] += value;
            }
        }
    }
}
