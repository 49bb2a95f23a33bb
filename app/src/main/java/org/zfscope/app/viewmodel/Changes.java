package org.zfscope.app.viewmodel;

/** Several changes of choices as one, so that they lead to one update of the window. */
final class Changes {

    private final Runnable then;
    private boolean going;

    /**
     * Of some choices.
     *
     * @param then done after each change, or after several that go together
     */
    Changes(Runnable then) {
        this.then = then;
    }

    /** Changes within changes are a part of them. */
    void together(Runnable changes) {
        if (going) {
            changes.run();
            return;
        }
        going = true;
        try {
            changes.run();
        } finally {
            going = false;
        }
        then.run();
    }

    /** One choice has changed. */
    void one() {
        if (!going) {
            then.run();
        }
    }
}
