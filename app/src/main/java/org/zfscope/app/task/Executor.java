package org.zfscope.app.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Where a view model sends its work; tests do it on the spot. */
public interface Executor extends AutoCloseable {

    /** Calls {@code done} or {@code failed} when the work has ended, unless newer work was asked for meanwhile. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed);

    @Override
    default void close() {}
}
