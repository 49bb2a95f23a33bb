package org.zfscope.viz.exhibit;

/** What is shown as the answer to a question, or to a part of it while the rest is still being made. */
public interface Sheet {

    /** Whether this is the question that it was made for. */
    boolean answers(Object question);

    /** Whether nothing of it is still to come. */
    default boolean isComplete() {
        return true;
    }
}
