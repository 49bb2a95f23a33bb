package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** Names of oneDNN's instruction sets. */
final class Instructions {

    private Instructions() {}

    static String name(int isa) {
        if (has(isa, dnnl.dnnl_cpu_isa_avx512_core)) {
            return "avx512_core";
        } else if (has(isa, dnnl.dnnl_cpu_isa_avx2)) {
            return "avx2";
        } else if (has(isa, dnnl.dnnl_cpu_isa_avx)) {
            return "avx";
        }
        return "sse41";
    }

    static boolean has(int isa, int set) {
        return (isa & set) == set;
    }
}
