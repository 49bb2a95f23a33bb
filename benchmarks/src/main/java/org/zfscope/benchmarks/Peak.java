package org.zfscope.benchmarks;

import java.util.Random;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Shape;

/** What the machine can do at most: one large product of matrices, in the same process, with the same threads. */
final class Peak {

    private static final int SIDE = 2048;
    private static final int ROUNDS = 25;

    private Peak() {}

    /** Billions of operations a second, the best of many times: on a busy machine few are undisturbed. */
    static double gigaflops(Engine engine) {
        Random random = new Random(1);
        double least = Double.MAX_VALUE;
        try (Weights weights = Weights.of(numbers(random), new float[SIDE], SIDE, SIDE);
                Maps rows = engine.of(SIDE, Shape.flat(SIDE), numbers(random))) {
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                engine.multiply(rows, weights).close();
                least = Math.min(least, (double) (System.nanoTime() - start));
            }
        }
        return 2.0 * SIDE * SIDE * SIDE / least;
    }

    private static float[] numbers(Random random) {
        float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
