package org.zfscope.models.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Engines;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** Worked out by hand: windows of 3 every 2 over 60, 120, 180, 240 padded by one in front and behind, rounded up. */
class AveragePoolTest {

    /** They lie on [-1, 0, 1], [1, 2, 3] and [3, 4, 5], where 4 is padding and 5 is beyond it. */
    @ParameterizedTest
    @CsvSource({"INSIDE, 90, 180, 240", "PADDED, 60, 180, 120", "KERNEL, 60, 180, 80", "ONE, 180, 540, 240"})
    void theDivisorDecidesWhatCountsAtTheBorder(Divisor divisor, float first, float second, float third) {
        gives(new Axis(3, 2, 1, 1, 1, true), divisor, first, second, third);
    }

    /** Every second position: [-1, 1], [1, 3] and [3, 5], where 5 is beyond the padding. */
    @ParameterizedTest
    @CsvSource({"INSIDE, 120, 180, 240", "PADDED, 60, 180, 240", "KERNEL, 60, 180, 120", "ONE, 120, 360, 240"})
    void dilatedWindowsTakePositionsApart(Divisor divisor, float first, float second, float third) {
        gives(new Axis(2, 2, 1, 1, 2, true), divisor, first, second, third);
    }

    private static void gives(Axis axis, Divisor divisor, float... expected) {
        Geometry geometry = new Geometry(Axis.of(1, 1, 0), axis);
        try (Maps row = Engines.usual().of(1, new Shape(1, 1, 4), new float[] {60, 120, 180, 240});
                Maps pooled = new AveragePool(geometry, divisor).forward(List.of(row))) {
            assertThat(pooled.picture(0).values()).containsExactly(expected);
        }
    }
}
