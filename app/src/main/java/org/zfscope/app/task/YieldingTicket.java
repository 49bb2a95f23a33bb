package org.zfscope.app.task;

/** The ticket of long work: whenever the work asks or reports, what waits is done first. */
record YieldingTicket(Ticket ticket, Runnable waiting) implements Ticket {

    @Override
    public void check() {
        waiting.run();
        ticket.check();
    }

    @Override
    public void hand(Runnable change) {
        ticket.hand(change);
    }

    @Override
    public void report(long done, long total) {
        waiting.run();
        ticket.report(done, total);
    }
}
