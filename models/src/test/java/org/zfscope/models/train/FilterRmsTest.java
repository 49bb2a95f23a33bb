package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class FilterRmsTest {

    private static final int FILTERS = 4;
    private static final int SIZE = 3 * 5 * 5;

    /** [Zeiler2014 §3]: filters over the radius come to lie on it, in their old direction; the others stay. */
    @Property(tries = 50)
    void largeFiltersShrinkToTheLimitAndSmallOnesStay(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1) double deviation) {
        float[] before = random(seed, deviation);
        float[] after = limited(before);
        for (int f = 0; f < FILTERS; f++) {
            float[] old = Arrays.copyOfRange(before, f * SIZE, (f + 1) * SIZE);
            float[] now = Arrays.copyOfRange(after, f * SIZE, (f + 1) * SIZE);
            if (rms(old) <= 0.1) {
                assertThat(now).containsExactly(old);
            } else {
                assertThat(rms(now)).isEqualTo(0.1, within(1e-6));
                for (int i = 0; i < SIZE; i++) {
                    assertThat(now[i] * rms(old)).isEqualTo(old[i] * rms(now), within(1e-6));
                }
            }
        }
    }

    private static float[] random(long seed, double deviation) {
        Random random = new Random(seed);
        float[] values = new float[FILTERS * SIZE];
        for (int i = 0; i < values.length; i++) {
            // filters of different sizes
            values[i] = (float) (random.nextGaussian() * deviation / (1 + i / SIZE));
        }
        return values;
    }

    private static float[] limited(float[] values) {
        float[] after = values.clone();
        FilterRms.limit(FloatBuffer.wrap(after), FILTERS, 0.1);
        return after;
    }

    private static double rms(float[] filter) {
        double sum = 0;
        for (float w : filter) {
            sum += (double) w * w;
        }
        return Math.sqrt(sum / filter.length);
    }
}
