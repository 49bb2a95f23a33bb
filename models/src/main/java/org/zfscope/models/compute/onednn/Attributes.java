package org.zfscope.models.compute.onednn;

import java.util.List;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.global.dnnl;

/** What an operation does besides: what follows while its result is still in registers. Working memory is always ours. */
record Attributes(List<Then> then) {

    /** One thing that is done to each value of a result. */
    @FunctionalInterface
    interface Then {
        int append(dnnl_post_ops to);
    }

    static final Attributes NONE = new Attributes(List.of());

    static Attributes eltwise(int algorithm, float alpha, float beta) {
        return new Attributes(List.of(ops -> dnnl.dnnl_post_ops_append_eltwise(ops, 1, algorithm, alpha, beta)));
    }

    /** For the caller to destroy. */
    dnnl_primitive_attr make() {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        Status.check(dnnl.dnnl_primitive_attr_create(attributes), "make attributes");
        try {
            fill(attributes);
            return attributes;
        } catch (RuntimeException | OutOfMemoryError e) {
            dnnl.dnnl_primitive_attr_destroy(attributes);
            throw e;
        }
    }

    private void fill(dnnl_primitive_attr attributes) {
        Status.check(
                dnnl.dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl.dnnl_scratchpad_mode_user),
                "leave working memory to its user");
        dnnl_post_ops ops = new dnnl_post_ops();
        Status.check(dnnl.dnnl_post_ops_create(ops), "make post-operations");
        try {
            then.forEach(next -> Status.check(next.append(ops), "append a post-operation"));
            Status.check(dnnl.dnnl_primitive_attr_set_post_ops(attributes, ops), "set post-operations");
        } finally {
            dnnl.dnnl_post_ops_destroy(ops);
        }
    }
}
