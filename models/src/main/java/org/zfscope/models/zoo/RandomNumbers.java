package org.zfscope.models.zoo;

import java.nio.FloatBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Memory;

/** Random weights for layers under ReLUs: normally distributed with variance 2 / inputs [He2015]. */
public final class RandomNumbers {

    /** Each piece has a random sequence of its own, so that it does not matter which core makes it. */
    private static final int PIECE = 1 << 16;

    private RandomNumbers() {}

    /**
     * Weights of a layer. The same seed gives the same ones, however many cores there are.
     *
     * @param inputs of one unit
     */
    public static Memory memory(long count, long inputs, SplittableRandom random) {
        double deviation = Math.sqrt(2.0 / inputs);
        Memory memory = Memory.allocate(count);
        FloatBuffer all = memory.floats();
        SplittableRandom[] sequences =
                random.splits((all.limit() + PIECE - 1) / PIECE).toArray(SplittableRandom[]::new);
        IntStream.range(0, sequences.length).parallel().forEach(i -> {
            float[] piece = new float[Math.min(PIECE, all.limit() - i * PIECE)];
            for (int j = 0; j < piece.length; j++) {
                piece[j] = (float) (deviation * sequences[i].nextGaussian());
            }
            all.put(i * PIECE, piece);
        });
        return memory;
    }
}
