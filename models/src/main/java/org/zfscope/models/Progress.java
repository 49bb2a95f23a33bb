package org.zfscope.models;

/** Who waits for long work. Work that takes one reports each piece, and stops at once if the report throws. */
@FunctionalInterface
public interface Progress {

    /** Nobody waits. */
    Progress SILENT = (done, total) -> {};

    /**
     * Told after each piece of work.
     *
     * @throws java.util.concurrent.CancellationException to stop the work
     */
    void report(long done, long total);
}
