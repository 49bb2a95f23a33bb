package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.zfscope.models.tensor.Tensor;

/** Two ways to the same numbers, which an engine may add up in another order when it does more at once. */
public final class Near {

    private static final float TOLERANCE = 1e-5f;

    private Near() {}

    /** Equal within 1e-5 of the largest expected value. */
    public static void assertNear(Tensor found, Tensor expected) {
        assertThat(found.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < expected.values().length; i++) {
            assertThat(found.values()[i])
                    .as("value %d", i)
                    .isCloseTo(expected.values()[i], within(TOLERANCE * Math.max(expected.maxAbs(), Float.MIN_NORMAL)));
        }
    }
}
