package org.zfscope.benchmarks;

import java.util.Arrays;
import org.zfscope.models.tensor.Tensor;

/** How long something took, in milliseconds, and what came out: the sum of absolute values and the maximum. */
record Answer(double ms, double sum, double max) {

    private static final double TOLERANCE = 1e-3;

    static Answer of(double ms, Tensor tensor) {
        double sum = 0;
        float max = Float.NEGATIVE_INFINITY;
        for (float v : tensor.values()) {
            sum += Math.abs(v);
            max = Math.max(max, v);
        }
        return new Answer(ms, sum, max);
    }

    /** Three numbers with blanks between. */
    static Answer parse(String line) {
        double[] numbers = Arrays.stream(line.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new Answer(numbers[0], numbers[1], numbers[2]);
    }

    /** Whether both computed the same. */
    boolean agrees(Answer other) {
        return near(sum, other.sum) && near(max, other.max);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }
}
