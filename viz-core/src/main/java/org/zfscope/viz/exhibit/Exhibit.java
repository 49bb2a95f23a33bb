package org.zfscope.viz.exhibit;

import org.zfscope.models.Progress;

/**
 * One question put to a network. Each kind is a record of all that decides the answer, and equal exhibits have equal
 * answers: an exhibit is the key that its answer is kept under.
 *
 * @param <A> what kind of answer it has
 */
public interface Exhibit<A> {

    /** The network, and the picture that it looks at where the answer depends on one. */
    Subject subject();

    /**
     * Works the answer out, which must be used before the lab is closed.
     *
     * @throws org.zfscope.models.io.InputException if the network has no such layer or unit, or a file cannot be used
     */
    A answer(Lab lab, Progress progress);
}
