package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.layer.FilterWeights;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class StrengthsTest {

    @Test
    void aMapIsAsStrongAsItsLargestValue() {
        Tensor maps = new Tensor(new Shape(2, 1, 3), new float[] {1, 5, -9, -3, -1, -2});

        assertThat(Strengths.ofMaps(maps)).containsExactly(5, -1);
    }

    @Test
    void aFilterIsAsStrongAsItsLargestWeightWhateverItsSign() {
        FilterWeights filters = new FilterWeights(new float[] {1, -4, 2, 3}, 2, 1, 1, 2);

        assertThat(Strengths.ofFilters(filters)).containsExactly(4, 3);
    }
}
