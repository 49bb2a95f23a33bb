package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Random;
import org.bytedeco.javacpp.FloatPointer;

/** Random numbers in and out of blocks. */
final class Samples {

    /** Of the largest value: what Winograd's algorithm may be off. */
    static final double TOLERANCE = 5e-6;

    private final Random random;

    Samples(long seed) {
        random = new Random(seed);
    }

    float[] gaussian(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Small integers, so that many values are equal. */
    float[] ties(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(3) - 1;
        }
        return values;
    }

    /** A block with these values, in the order that convolutions leave. */
    static Block block(OneDnn dnn, float[] values, Extent extent, Order order) {
        try (Block plain = dnn.copyOf(FloatBuffer.wrap(values), extent)) {
            return Reorder.copy(dnn, plain, order);
        }
    }

    static Block block(OneDnn dnn, float[] values, Extent extent) {
        return block(dnn, values, extent, OneDnn.order());
    }

    static FloatPointer outside(float[] values) {
        return values.length == 0 ? new FloatPointer() : new FloatPointer(values);
    }

    /** The block's values in plain order. */
    static float[] values(OneDnn dnn, Block block) {
        float[] values = new float[block.extent().size()];
        try (Block plain = Reorder.copy(dnn, block, Order.PLAIN)) {
            plain.floats().get(values);
        }
        return values;
    }

    static void assertNear(OneDnn dnn, Block block, double[] expected) {
        assertNearInside(dnn, block, expected);
        assertSpareLanesAreZero(block);
    }

    private static void assertNearInside(OneDnn dnn, Block block, double[] expected) {
        float[] found = values(dnn, block);
        assertThat(found).hasSameSizeAs(expected);
        double largest = 0;
        double off = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            off = Math.max(off, Math.abs(expected[i] - found[i]));
        }
        assertThat(off).as("deviation beside a largest value of %s", largest).isLessThanOrEqualTo(TOLERANCE * largest);
    }

    /** oneDNN reads them as zeros, so whoever writes a block must leave them so. */
    private static void assertSpareLanesAreZero(Block block) {
        Layout layout = block.layout();
        FloatBuffer all = block.floats();
        double sum = 0;
        for (int i = 0; i < layout.size(); i++) {
            sum += Math.abs(all.get(i));
        }
        double inside = 0;
        Extent e = layout.extent();
        for (int i = 0; i < e.size(); i++) {
            int map = i / e.area();
            int at = layout.index(map / e.channels(), map % e.channels(), i % e.area() / e.width(), i % e.width());
            inside += Math.abs(all.get(at));
        }
        assertThat(sum)
                .as("sum with spare lanes")
                .isCloseTo(inside, org.assertj.core.data.Percentage.withPercentage(1e-6));
    }
}
