package org.zfscope.benchmarks;

/** Somebody who runs the same network on the same picture. */
interface Contender extends AutoCloseable {

    /** Runs forward, keeps every activation and switch, and tells how long that took, in milliseconds. */
    double forward();

    /** A layer's output in the last run; it costs no time that counts. */
    Answer output(String layer);

    @Override
    void close();
}
