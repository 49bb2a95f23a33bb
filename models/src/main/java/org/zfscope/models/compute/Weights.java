package org.zfscope.models.compute;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a layer has learned: a row of weights for each unit, outside Java's heap, and a bias for each unit. With them go
 * the forms that engines have prepared of them. They never change; who was given them closes them.
 */
public final class Weights implements AutoCloseable {

    private final Memory memory;
    private final boolean columnwise;
    private final float[] bias;
    private final int[] sides;
    private final Map<Object, AutoCloseable> prepared = new HashMap<>();

    private Weights(Memory memory, boolean columnwise, float[] bias, int... sides) {
        long expected = 1;
        for (int side : sides) {
            expected = Math.multiplyExact(expected, side);
        }
        if (sides.length < 2 || memory.floats().capacity() != expected || bias.length != sides[0]) {
            throw new IllegalArgumentException(
                    say("models.weights.weights-biases-do-make", memory.floats().capacity(), bias.length, text(sides)));
        }
        this.memory = memory;
        this.columnwise = columnwise;
        this.bias = bias;
        this.sides = sides.clone();
    }

    /**
     * Weights in memory that becomes theirs.
     *
     * @param bias [units]
     * @param sides [filters, channels of a group, height, width] or [units, inputs], in row-major order
     */
    public static Weights in(Memory memory, float[] bias, int... sides) {
        return new Weights(memory, false, bias, sides);
    }

    /** A matrix that lies in memory as [inputs, units]; the memory becomes its own. */
    public static Weights columnwise(Memory memory, float[] bias, int units, int inputs) {
        return new Weights(memory, true, bias, units, inputs);
    }

    /** A copy of values, in row-major order. */
    public static Weights of(float[] values, float[] bias, int... sides) {
        return in(Memory.of(values), bias, sides);
    }

    /** How long each side is: [filters, channels of a group, height, width] or [units, inputs]. */
    public int[] sides() {
        return sides.clone();
    }

    public int rank() {
        return sides.length;
    }

    public int side(int i) {
        return sides[i];
    }

    /** Filters, or neurons of a fully connected layer. */
    public int units() {
        return sides[0];
    }

    /** Weights of one unit. */
    public int each() {
        return memory.floats().capacity() / sides[0];
    }

    /** Weights and biases. */
    public long count() {
        return (long) units() * each() + bias.length;
    }

    /** [units]; only to be read. */
    public float[] bias() {
        return bias;
    }

    /** The weights as they lie in memory, only to be read, valid while these are open. */
    public FloatBuffer floats() {
        return memory.floats().asReadOnlyBuffer();
    }

    /** Whether a matrix lies in memory as [inputs, units]. */
    public boolean isColumnwise() {
        return columnwise;
    }

    /** A copy of all weights in row-major order. */
    public float[] values() {
        float[] values = new float[units() * each()];
        for (int unit = 0; unit < units(); unit++) {
            System.arraycopy(unit(unit), 0, values, unit * each(), each());
        }
        return values;
    }

    /** A copy of the weights of one unit: [channels of a group, height, width] or [inputs]. */
    public float[] unit(int unit) {
        FloatBuffer from = memory.floats();
        float[] values = new float[each()];
        if (!columnwise) {
            from.get(unit * values.length, values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = from.get(i * units() + unit);
        }
        return values;
    }

    /** Other weights of the same sides, in row-major order, with the same biases. */
    public Weights with(float[] values) {
        return of(values, bias, sides);
    }

    /** The same weights with other biases. */
    public Weights withBias(float[] other) {
        return new Weights(memory.part(0, memory.floats().capacity()), columnwise, other, sides);
    }

    /** A copy in which each unit's weights are multiplied by its scale, and its bias is scaled and shifted. */
    public Weights scaled(float[] scale, float[] shift) {
        float[] values = values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale[i / each()];
        }
        float[] moved = new float[bias.length];
        for (int i = 0; i < bias.length; i++) {
            moved[i] = bias[i] * scale[i] + shift[i];
        }
        return of(values, moved, sides);
    }

    /**
     * What an engine has made of these weights, made now if it is not there. It is closed with them.
     *
     * @param key says which form, and of which engine
     */
    public synchronized <F extends AutoCloseable> F prepared(Class<F> kind, Object key, Supplier<F> making) {
        memory.floats(); // fails if they are closed
        AutoCloseable there = prepared.get(key);
        if (there == null) {
            there = making.get();
            prepared.put(key, there);
        }
        return kind.cast(there);
    }

    /** Gives back prepared forms of a kind; they are made anew when somebody asks for them. */
    public synchronized void forget(Class<? extends AutoCloseable> kind) {
        prepared.values().removeIf(form -> {
            boolean goes = kind.isInstance(form);
            if (goes) {
                close(form);
            }
            return goes;
        });
    }

    private static void close(AutoCloseable form) {
        try {
            form.close();
        } catch (Exception e) {
            throw new IllegalStateException("a prepared form of weights cannot be closed", e);
        }
    }

    @Override
    public synchronized void close() {
        forget(AutoCloseable.class);
        memory.close();
    }

    private static String text(int... sides) {
        return Arrays.stream(sides).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }

    /** The sides, as messages name them. */
    @Override
    public String toString() {
        return text(sides);
    }
}
