package org.zfscope.models.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.javacpp.indexer.HalfIndexer;
import org.junit.jupiter.api.Test;

class HalfTest {

    @Test
    void valuesAreThoseOfTheStandard() {
        assertThat(Half.toFloat(0x3C00)).isEqualTo(1);
        assertThat(Half.toFloat(0xC000)).isEqualTo(-2);
        assertThat(Half.toFloat(0x7BFF)).isEqualTo(65504);
        assertThat(Half.toFloat(0x0001)).isEqualTo(0x1p-24f);
        assertThat(Half.toFloat(0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(Half.toFloat(0x7E00)).isNaN();
    }

    @Test
    void everyHalfIsTheFloatThatJavaCppMakesOfIt() {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            assertThat(Float.valueOf(Half.toFloat(bits)))
                    .as(Integer.toHexString(bits))
                    .isEqualTo(Float.valueOf(HalfIndexer.toFloat(bits)));
        }
    }
}
