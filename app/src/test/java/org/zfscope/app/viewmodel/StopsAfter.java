package org.zfscope.app.viewmodel;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Job;
import org.zfscope.app.task.Ticket;
import org.zfscope.app.task.Work;

/** Work done at once; what runs in the background is cancelled after a few steps. */
final class StopsAfter implements Executor {

    private final Executor all = new OnTheSpot();
    private final int most;

    StopsAfter(int most) {
        this.most = most;
    }

    @Override
    public void look(Work work, Consumer<Throwable> failed) {
        all.look(work, failed);
    }

    @Override
    public void errand(Work work, Consumer<Throwable> failed) {
        all.errand(work, failed);
    }

    @Override
    public Job start(String name, Work work, Consumer<Throwable> failed) {
        return all.start(name, work, failed);
    }

    @Override
    public Job background(String name, Work work, Consumer<Throwable> failed) {
        Job job = new Job(name);
        try {
            work.run(new Counting());
            job.becomes(Job.State.DONE);
        } catch (CancellationException e) {
            job.becomes(Job.State.CANCELLED);
        } catch (Exception e) {
            failed.accept(e);
            job.becomes(Job.State.FAILED);
        }
        return job;
    }

    @Override
    public Job outside(String name, Work work, Consumer<Throwable> failed) {
        return all.outside(name, work, failed);
    }

    @Override
    public void end(Runnable last) {
        all.end(last);
    }

    private final class Counting implements Ticket {

        private int steps;

        @Override
        public void check() {}

        @Override
        public void report(long done, long total) {
            steps++;
            if (steps >= most) {
                throw new CancellationException();
            }
        }

        @Override
        public void hand(Runnable change) {
            change.run();
        }
    }
}
