package org.zfscope.app.viewmodel;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Job;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;

/** Work done at once, on the caller's thread. */
final class OnTheSpot implements Executor {

    private Runnable between = () -> {};

    /** Done once, between two steps of the next work that tells how far it is. */
    void between(Runnable once) {
        between = once;
    }

    private final class Always implements Ticket {
        @Override
        public void check() {}

        @Override
        public void hand(Runnable change) {
            change.run();
        }

        @Override
        public void report(long done, long total) {
            Runnable now = between;
            between = () -> {};
            now.run();
        }
    }

    @Override
    public void look(Work work, Consumer<Throwable> failed) {
        attempt(work, failed);
    }

    @Override
    public void errand(Work work, Consumer<Throwable> failed) {
        attempt(work, failed);
    }

    @Override
    public Job start(String name, Work work, Consumer<Throwable> failed) {
        Job job = new Job(name);
        job.becomes(attempt(work, failed) ? Job.State.DONE : Job.State.FAILED);
        return job;
    }

    @Override
    public Job background(String name, Work work, Consumer<Throwable> failed) {
        return start(name, work, failed);
    }

    private boolean attempt(Work work, Consumer<Throwable> failed) {
        try {
            work.run(new Always());
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (Exception | OutOfMemoryError e) {
            failed.accept(e);
            return false;
        }
    }

    @Override
    public Job outside(String name, Work work, Consumer<Throwable> failed) {
        return start(name, work, failed);
    }

    @Override
    public void end(Runnable last) {
        last.run();
    }
}
