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

    /** Floats in all where Java has the memory: models without their weights make these as arrays of one number. */
    private static final long MOST_FLOATS = 1L << 28;

    /** Always so many at a time as doubles. */
    private static final long DOUBLES = 1L << 24;

    private final Set<FloatBuffer> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    private final long mostFloats =
            Math.max(MOST, Math.min(MOST_FLOATS, Runtime.getRuntime().maxMemory() / 16));
    private long left = MOST;
    private long floatsLeft = mostFloats;

    /** Floats that one array may have, a sixth of Java's memory at most. */
    static long largest() {
        return Math.min(MOST_FLOATS / 2, Runtime.getRuntime().maxMemory() / 24);
    }

    /**
     * Refuses to work with so many as doubles that Java's memory would not hold them and a result.
     *
     * @throws IllegalArgumentException if it would not
     */
    static void requireDoubles(int count) {
        long most = Math.max(DOUBLES, largest() / 2);
        if (count > most) {
            throw new IllegalArgumentException(say("models.onnx-budget.too-many-numbers", most));
        }
    }

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
            floatsLeft -= floats.data().capacity();
        }
        if (left < 0 || floatsLeft < 0) {
            throw new IllegalArgumentException(
                    say("models.onnx-budget.too-many-numbers", left < 0 ? MOST : mostFloats));
        }
    }
}
