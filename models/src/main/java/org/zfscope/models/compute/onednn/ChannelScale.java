package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.dnnl_batch_normalization_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/**
 * scale * x + shift with a scale and a shift for each channel: a batch normalisation with mean 0, variance 0 and epsilon
 * 1, which divides by exactly 1, in spare lanes too. oneDNN's binary operations do the same, but with one value a channel
 * they go value by value, a thousand times slower.
 */
public final class ChannelScale {

    private static final int FLAGS = dnnl.dnnl_use_global_stats | dnnl.dnnl_use_scaleshift;

    private static final float EPSILON = 1;

    private record Key(Layout layout) {}

    private final OneDnn dnn;

    public ChannelScale(OneDnn dnn) {
        this.dnn = dnn;
    }

    public Block forward(Block maps, float[] scale, float[] shift) {
        int channels = scale.length;
        float[] values = new float[4 * channels]; // scales, shifts, means, variances
        System.arraycopy(scale, 0, values, 0, channels);
        System.arraycopy(shift, 0, values, channels, channels);
        synchronized (dnn) {
            try (Block all = dnn.copyOf(FloatBuffer.wrap(values), Extent.flat(4, channels))) {
                return dnn.filled(maps.layout(), result -> run(maps, all, result));
            }
        }
    }

    private void run(Block maps, Block values, Block result) {
        int channels = maps.extent().channels();
        Primitive primitive = dnn.primitive(new Key(maps.layout()), () -> compile(maps.layout()));
        try (Handle mean = part(primitive, dnnl.dnnl_query_src_md, 1, values, 2 * channels);
                Handle variance = part(primitive, dnnl.dnnl_query_src_md, 2, values, 3 * channels);
                Handle both = part(primitive, dnnl.dnnl_query_weights_md, 0, values, 0)) {
            primitive.run(
                    new Argument(dnnl.DNNL_ARG_SRC, maps.handle()),
                    new Argument(dnnl.DNNL_ARG_MEAN, mean.memory()),
                    new Argument(dnnl.DNNL_ARG_VARIANCE, variance.memory()),
                    new Argument(dnnl.DNNL_ARG_SCALE_SHIFT, both.memory()),
                    new Argument(dnnl.DNNL_ARG_DST, result.handle()));
        }
    }

    private Handle part(Primitive primitive, int query, int index, Block values, int first) {
        return new Handle(
                dnn.memory(primitive.describe(query, index), values.pointer().getPointer(first)));
    }

    private Primitive compile(Layout layout) {
        dnnl_memory_desc_t values = dnn.description(layout);
        try (dnnl_batch_normalization_desc_t operation = new dnnl_batch_normalization_desc_t()) {
            Status.check(
                    dnnl.dnnl_batch_normalization_forward_desc_init(
                            operation, dnnl.dnnl_forward_inference, values, EPSILON, FLAGS),
                    "describe a scaling of channels");
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, operation));
        }
    }
}
