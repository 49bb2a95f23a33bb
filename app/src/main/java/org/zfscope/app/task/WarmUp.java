package org.zfscope.app.task;

/** Does something that will be needed soon, while the program starts. */
public final class WarmUp {

    private WarmUp() {}

    /** On a thread of its own. What fails here fails again, and is told, when it is needed. */
    public static void run(Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (LinkageError e) {
                        // a machine for which there are no native libraries; opening a network will say so
                    }
                },
                "zfscope-ahead");
        thread.setDaemon(true);
        thread.start();
    }
}
