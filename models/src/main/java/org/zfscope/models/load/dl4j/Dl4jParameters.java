package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;

/** DL4J's one flat row of parameters, handed out piece by piece as parts of it: there is no second copy of the weights. */
final class Dl4jParameters {

    private final Memory flat;
    private final long length;
    private long next;

    Dl4jParameters(Memory flat) {
        this.flat = flat;
        this.length = flat.floats().capacity();
    }

    /** The next numbers as weights in row-major order, with these biases. */
    Weights weights(float[] bias, long... sides) {
        int[] ints = new int[sides.length];
        for (int i = 0; i < sides.length; i++) {
            ints[i] = Math.toIntExact(sides[i]);
        }
        return Weights.in(take(product(sides)), bias, ints);
    }

    /** The same where the biases come after the weights. */
    Weights weightsThenBias(boolean hasBias, long units, long inputs) {
        Memory weights = take(product(units, inputs));
        return Weights.in(weights, bias(hasBias, units), Math.toIntExact(units), Math.toIntExact(inputs));
    }

    /** The next numbers as biases, or zeros. */
    float[] bias(boolean hasBias, long units) {
        int count = Math.toIntExact(units);
        return hasBias ? floats(count) : new float[count];
    }

    private static long product(long... sides) {
        long product = 1;
        for (long side : sides) {
            product = Math.multiplyExact(product, side);
        }
        return product;
    }

    private Memory take(long count) {
        if (count < 1 || count > length - next) {
            throw new IllegalArgumentException(
                    say("models.dl4j-parameters.parameters-expected-left", count, length - next, length));
        }
        next += count;
        return flat.part(next - count, count);
    }

    /** A copy of the next numbers. */
    float[] floats(int count) {
        float[] values = new float[count];
        try (Memory part = take(count)) {
            part.floats().get(values);
        }
        return values;
    }

    void requireAllTaken() {
        if (next != length) {
            throw new IllegalArgumentException(
                    say("models.dl4j-parameters.layers-have-parameters-there", next, length));
        }
    }
}
