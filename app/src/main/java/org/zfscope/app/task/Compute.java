package org.zfscope.app.task;

import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.Progress;

/**
 * The one compute thread, and one more for each thing outside that is waited for. Looks and errands do not wait for jobs: those that are asked for while a job runs are done
 * between two of its steps, looks first. Jobs do not wait for what runs in the background either. What fails is told on the interface's thread, and the thread goes on with the next work.
 */
public final class Compute implements Executor {

    private static final int SECONDS_TO_END = 3;

    /** No record: two looks at the same are two. */
    private static final class Look {
        private final Work work;
        private final Consumer<Throwable> failed;

        private Look(Work work, Consumer<Throwable> failed) {
            this.work = work;
            this.failed = failed;
        }
    }

    private record Errand(Work work, Consumer<Throwable> failed) {}

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread t = new Thread(work, "zfscope-compute");
        t.setDaemon(true);
        return t;
    });
    private final Consumer<Runnable> interfaceThread;
    private final AtomicReference<@Nullable Look> waiting = new AtomicReference<>();
    private final Queue<Errand> errands = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> jobs = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Look latest;
    private volatile boolean ending;

    /** Results are handed over through {@code interfaceThread}. */
    public Compute(Consumer<Runnable> interfaceThread) {
        this.interfaceThread = interfaceThread;
    }

    @Override
    public void look(Work work, Consumer<Throwable> failed) {
        if (!ending) {
            Look look = new Look(work, failed);
            latest = look;
            waiting.set(look);
            thread.execute(this::doWaitingLook);
        }
    }

    private void doWaitingLook() {
        Look look = waiting.getAndSet(null);
        if (look != null) {
            Ticket ticket = ticket(() -> look == latest && !ending, Progress.SILENT);
            attempt(look.work, ticket, look.failed);
        }
    }

    @Override
    public void errand(Work work, Consumer<Throwable> failed) {
        if (!ending) {
            errands.add(new Errand(work, failed));
            thread.execute(this::doErrands);
        }
    }

    private void doErrands() {
        doWaitingLook();
        for (Errand errand = errands.poll(); errand != null; errand = errands.poll()) {
            attempt(errand.work, ticket(() -> !ending, Progress.SILENT), errand.failed);
            doWaitingLook();
        }
    }

    @Override
    public Job start(String name, Work work, Consumer<Throwable> failed) {
        Job job = new Job(name);
        if (!ending) {
            jobs.add(() -> run(job, work, failed, this::doErrands));
            thread.execute(this::doNextJob);
        }
        return job;
    }

    private void doNextJob() {
        Runnable job = jobs.poll();
        if (job != null) {
            job.run();
        }
    }

    @Override
    public Job background(String name, Work work, Consumer<Throwable> failed) {
        Job job = new Job(name);
        if (!ending) {
            thread.execute(() -> run(job, work, failed, this::doAllElse));
        }
        return job;
    }

    private void doAllElse() {
        doErrands();
        while (!jobs.isEmpty()) {
            doNextJob();
        }
    }

    @Override
    public Job outside(String name, Work work, Consumer<Throwable> failed) {
        Job job = new Job(name);
        if (!ending) {
            Thread apart = new Thread(() -> run(job, work, failed, () -> {}), "zfscope-outside");
            apart.setDaemon(true);
            apart.start();
        }
        return job;
    }

    private void run(Job job, Work work, Consumer<Throwable> failed, Runnable between) {
        interfaceThread.accept(() -> job.becomes(Job.State.RUNNING));
        Ticket ticket = ticket(() -> !job.isCancelled() && !ending, job::reaches);
        Job.State end = attempt(
                t -> {
                    t.check();
                    work.run(new YieldingTicket(t, between));
                },
                ticket,
                failed);
        interfaceThread.accept(() -> job.becomes(end));
    }

    private Job.State attempt(Work work, Ticket ticket, Consumer<Throwable> failed) {
        try {
            work.run(ticket);
            return Job.State.DONE;
        } catch (CancellationException e) {
            return Job.State.CANCELLED;
        } catch (Exception | Error e) {
            interfaceThread.accept(() -> failed.accept(e));
            return Job.State.FAILED;
        }
    }

    private Ticket ticket(BooleanSupplier wanted, Progress reached) {
        return new Ticket() {
            @Override
            public void check() {
                if (!wanted.getAsBoolean()) {
                    throw new CancellationException();
                }
            }

            @Override
            public void hand(Runnable change) {
                interfaceThread.accept(() -> {
                    if (wanted.getAsBoolean()) {
                        change.run();
                    }
                });
            }

            @Override
            public void report(long done, long total) {
                check();
                interfaceThread.accept(() -> reached.report(done, total));
            }
        };
    }

    @Override
    public void end(Runnable last) {
        ending = true;
        thread.execute(last);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
