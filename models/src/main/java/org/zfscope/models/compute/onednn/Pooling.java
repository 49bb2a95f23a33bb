package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_v2_desc_t;
import org.bytedeco.dnnl.global.dnnl;

/** What max and average pools have in common: how oneDNN is asked for them. */
record Pooling(int algorithm, Layout below, Slide slide) {

    Layout above() {
        return below.of(slide.over(below.extent(), below.extent().channels()));
    }

    Primitive forward(OneDnn dnn) {
        try (dnnl_pooling_v2_desc_t forward = describe(dnn)) {
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, forward));
        }
    }

    Primitive back(OneDnn dnn) {
        try (dnnl_pooling_v2_desc_t forward = describe(dnn);
                dnnl_pooling_v2_desc_t back = new dnnl_pooling_v2_desc_t()) {
            Status.check(
                    dnnl.dnnl_pooling_v2_backward_desc_init(
                            back,
                            algorithm,
                            dnn.description(below),
                            dnn.description(above()),
                            slide.strides(),
                            slide.kernel(),
                            slide.gaps(),
                            slide.before(),
                            slide.after()),
                    "describe the way back of " + this);
            return Primitive.of(dnn, Attributes.NONE, Primitive.request(dnn, back, forward));
        }
    }

    private dnnl_pooling_v2_desc_t describe(OneDnn dnn) {
        dnnl_memory_desc_t from = dnn.description(below);
        dnnl_pooling_v2_desc_t forward = new dnnl_pooling_v2_desc_t();
        Status.check(
                dnnl.dnnl_pooling_v2_forward_desc_init(
                        forward,
                        dnnl.dnnl_forward_training,
                        algorithm,
                        from,
                        dnn.description(above()),
                        slide.strides(),
                        slide.kernel(),
                        slide.gaps(),
                        slide.before(),
                        slide.after()),
                "describe " + this);
        return forward;
    }
}
