package org.zfscope.app.task;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Long work as the interface sees it. Its properties change on the interface's thread. */
public final class Job {

    /** Where a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }

    private static final double UNKNOWN = -1;

    private final String name;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
    private final ReadOnlyDoubleWrapper done = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper says = new ReadOnlyStringWrapper("");
    private Optional<Pace> pace = Optional.empty();
    private volatile boolean cancelled;

    public Job(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** How much is done, 0 to 1; less where nobody knows how much there is. */
    public ReadOnlyDoubleProperty done() {
        return done.getReadOnlyProperty();
    }

    /** How much is done, how fast it goes, and how long it will take. */
    public ReadOnlyStringProperty says() {
        return says.getReadOnlyProperty();
    }

    /** Stops it after the step that runs. */
    public void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Only on the interface's thread. */
    public void becomes(State now) {
        state.set(now);
    }

    /** Only on the interface's thread. A total of 0 is one that nobody knows. */
    public void reaches(long now, long total) {
        long time = System.nanoTime();
        Pace since = pace.orElseGet(() -> new Pace(now, time));
        pace = Optional.of(since);
        done.set(total > 0 ? (double) now / total : UNKNOWN);
        says.set(since.text(now, total, time));
    }
}
