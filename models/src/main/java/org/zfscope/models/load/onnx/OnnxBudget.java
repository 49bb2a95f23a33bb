package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;

/** How many numbers a graph may make while it is loaded: a small file must not be able to ask for much memory. */
final class OnnxBudget {

    private static final long MOST = 1L << 26;

    private final Set<FloatBuffer> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private long left = MOST;

    /**
     * Counts a value that a node has made.
     *
     * @throws IllegalArgumentException if there are too many numbers by now
     */
    void claim(OnnxValue value) {
        if (value instanceof OnnxPicked view) {
            left -= view.from().length;
        } else if (value instanceof Ints ints) {
            left -= ints.data().length;
        } else if (value instanceof Floats floats && counted.add(floats.data())) {
            left -= floats.data().capacity();
        }
        if (left < 0) {
            throw new IllegalArgumentException(say("models.onnx-budget.too-many-numbers", MOST));
        }
    }
}
