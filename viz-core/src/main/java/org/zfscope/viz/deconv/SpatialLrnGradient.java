package org.zfscope.viz.deconv;

import org.zfscope.models.LayerRecord;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * Back through normalisation within a map by its true derivative. With y_q = x_q d_q^-beta, position p gets
 * R_p d_p^-beta - 2 alpha / size^2 beta x_p * (sum of R_q y_q / d_q over the positions q whose window holds p).
 */
record SpatialLrnGradient(SpatialResponseNorm norm) implements Step {

    @Override
    public Maps back(LayerRecord record, Signal above, Destination below) {
        Shape map = new Shape(1, below.shape().height(), below.shape().width());
        return SignalMaps.each(above, below, (from, in, to, out, channel) -> {
            Place whole = new Place(to.picture(), Window.whole(map));
            Tensor x = new Tensor(map, SignalMaps.forward(record.input(0), whole, channel));
            derive(x, in, from.window(), out, to.window());
        });
    }

    private void derive(Tensor x, float[] in, Window from, float[] out, Window to) {
        float[] d = norm.denominator(x.values(), x.shape());
        float factor = 2 * norm.alpha() / (norm.size() * norm.size()) * norm.beta();
        for (int i = 0; i < in.length; i++) {
            int y = from.y() + i / from.width();
            int x0 = from.x() + i % from.width();
            if (in[i] != 0) {
                int q = y * x.shape().width() + x0;
                float scaled = in[i] * LocalResponseNorm.power(d[q], -norm.beta());
                out[to.index(y, x0)] += scaled;
                spread(
                        -factor * scaled * x.values()[q] / d[q],
                        x,
                        norm.around(y, x0).clip(x.shape()),
                        out,
                        to);
            }
        }
    }

    private static void spread(float value, Tensor x, Window around, float[] out, Window to) {
        for (int v = around.y(); v < around.bottom(); v++) {
            for (int u = around.x(); u < around.right(); u++) {
                out[to.index(v, u)] += value * x.at(0, v, u);
            }
        }
    }
}
