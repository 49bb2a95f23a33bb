package org.zfscope.app.task;

/** What is done beside the interface, step by step. */
@FunctionalInterface
public interface Work {

    /**
     * Does it all, asking the ticket between steps whether to go on.
     *
     * @throws Exception what went wrong; the interface says so
     */
    void run(Ticket ticket) throws Exception;
}
