package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

import org.bytedeco.dnnl.dnnl_lrn_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/** Local response normalisation across maps [Krizhevsky2012 §3.3], for odd neighbourhoods. */
public final class ResponseNorm {

    private record Key(Layout layout, int size, float alpha, float beta, float k) {}

    private final OneDnn dnn;

    public ResponseNorm(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** x / (k + alpha * sum of squares)^beta; alpha is the paper's, not divided by the size. */
    public Block forward(Block maps, int size, float alpha, float beta, float k) {
        Key key = new Key(maps.layout(), size, alpha, beta, k);
        synchronized (dnn) {
            Primitive primitive = primitive(key);
            return dnn.filled(
                    maps.layout(),
                    result -> primitive.run(
                            new Argument(dnnl.DNNL_ARG_SRC, maps.handle()),
                            new Argument(dnnl.DNNL_ARG_DST, result.handle())));
        }
    }

    /** oneDNN's name of what {@link #forward} runs. */
    public String implementation(Layout maps, int size, float alpha, float beta, float k) {
        synchronized (dnn) {
            return primitive(new Key(maps, size, alpha, beta, k)).implementation();
        }
    }

    private Primitive primitive(Key key) {
        return dnn.primitive(key, () -> compile(key));
    }

    private Primitive compile(Key key) {
        if (key.size % 2 == 0) {
            throw new IllegalArgumentException(say("models.response-norm.onednn-normalises-over-odd", key.size));
        }
        try (dnnl_lrn_desc_t operation = new dnnl_lrn_desc_t()) {
            Status.check(
                    dnnl.dnnl_lrn_forward_desc_init(
                            operation,
                            dnnl.dnnl_forward_inference,
                            dnnl.dnnl_lrn_across_channels,
                            dnn.description(key.layout),
                            key.size,
                            key.alpha * key.size,
                            key.beta,
                            key.k),
                    "describe " + key);
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, operation));
        }
    }
}
