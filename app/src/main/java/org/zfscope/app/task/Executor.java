package org.zfscope.app.task;

import java.util.function.Consumer;

/** Where view models send their work; tests do it on the spot. */
public interface Executor {

    /** Looks at something. A newer look makes an older one unwanted, whether it waits or runs. */
    void look(Work work, Consumer<Throwable> failed);

    /** Does something short, in the order asked for. */
    void errand(Work work, Consumer<Throwable> failed);

    /** Does something to its end or until it is cancelled. Looks and errands are done between its steps. */
    Job start(String name, Work work, Consumer<Throwable> failed);

    /** The same for what takes so long that even jobs are done between its steps. */
    Job background(String name, Work work, Consumer<Throwable> failed);

    /** Waits for something outside, such as a server, without keeping anything else waiting. */
    Job outside(String name, Work work, Consumer<Throwable> failed);

    /** Cancels everything, does one last thing, and takes no more work. */
    void end(Runnable last);
}
