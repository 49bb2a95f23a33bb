package org.zfscope.app.task;

import org.zfscope.models.Progress;

/** What running work holds: there it says how far it is, hands over what it has, and learns that nobody wants it any more. */
public interface Ticket extends Progress {

    /**
     * Called between steps.
     *
     * @throws java.util.concurrent.CancellationException if the work is no longer wanted
     */
    void check();

    /** Has something done on the interface's thread, unless the work is no longer wanted by then. */
    void hand(Runnable change);

    @Override
    default void report(long done, long total) {
        check();
    }
}
