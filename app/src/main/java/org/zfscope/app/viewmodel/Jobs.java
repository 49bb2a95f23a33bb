package org.zfscope.app.viewmodel;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.zfscope.app.task.Executor;
import org.zfscope.app.task.Job;
import org.zfscope.app.task.Work;

/** Long work that goes on, with progress and cancel. */
public final class Jobs {

    private final Executor executor;
    private final Inspector inspector;
    private final ObservableList<Job> running = FXCollections.observableArrayList();

    Jobs(Executor executor, Inspector inspector) {
        this.executor = executor;
        this.inspector = inspector;
    }

    /** Starts a job; it leaves the list when it is over. */
    public Job start(String name, Work work) {
        return listed(executor.start(name, work, inspector::tell));
    }

    /** The same for work that gives way to all other work. */
    public Job background(String name, Work work) {
        return listed(executor.background(name, work, inspector::tell));
    }

    /** The same for work that waits for something outside. */
    public Job outside(String name, Work work) {
        return listed(executor.outside(name, work, inspector::tell));
    }

    private Job listed(Job job) {
        if (!job.state().get().isOver()) {
            running.add(job);
            job.state().addListener((all, before, now) -> {
                if (now.isOver()) {
                    running.remove(job);
                }
            });
        }
        return job;
    }

    public ObservableList<Job> running() {
        return running;
    }
}
