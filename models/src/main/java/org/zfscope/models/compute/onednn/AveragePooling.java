package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/** Average pools, and the way back that spreads each value evenly over its window. */
public final class AveragePooling {

    /** What a window's sum is divided by. */
    public enum Divisor {
        /** The positions inside the map. */
        INSIDE(dnnl.dnnl_pooling_avg_exclude_padding),
        /** All positions of the window, wherever they are. */
        KERNEL(dnnl.dnnl_pooling_avg_include_padding);

        private final int algorithm;

        Divisor(int algorithm) {
            this.algorithm = algorithm;
        }
    }

    private record Key(Pooling pooling, boolean forward) {}

    private final OneDnn dnn;

    public AveragePooling(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** The average of each window. */
    public Block forward(Block maps, Slide slide, Divisor divisor) {
        Pooling pooling = new Pooling(divisor.algorithm, maps.layout(), slide);
        synchronized (dnn) {
            Block values = dnn.block(pooling.above());
            dnn.primitive(new Key(pooling, true), () -> pooling.forward(dnn))
                    .run(
                            new Argument(dnnl.DNNL_ARG_SRC, maps.handle()),
                            new Argument(dnnl.DNNL_ARG_DST, values.handle()));
            return values;
        }
    }

    /** The transpose, to maps of the given sides. */
    public Block back(Block signal, Slide slide, Divisor divisor, int height, int width) {
        Layout below = signal.layout().of(signal.extent().sides(height, width));
        Pooling pooling = new Pooling(divisor.algorithm, below, slide);
        synchronized (dnn) {
            Block spread = dnn.block(below);
            dnn.primitive(new Key(pooling, false), () -> pooling.back(dnn))
                    .run(
                            new Argument(dnnl.DNNL_ARG_DIFF_DST, signal.handle()),
                            new Argument(dnnl.DNNL_ARG_DIFF_SRC, spread.handle()));
            return spread;
        }
    }
}
