package org.zfscope.models.compute.onednn;

import org.bytedeco.dnnl.global.dnnl;

/** What oneDNN's functions return. */
final class Status {

    private Status() {}

    /** @throws IllegalStateException if oneDNN did not do it */
    static void check(int status, String what) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN cannot " + what + ": status " + status);
        }
    }
}
