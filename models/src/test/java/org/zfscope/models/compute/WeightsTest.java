package org.zfscope.models.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WeightsTest {

    private static final float[] ROWS = {1, 2, 3, 4, 5, 6};

    @Test
    void aMatrixThatLiesColumnByColumnReadsLikeOneThatLiesRowByRow() {
        try (Weights rows = Weights.of(ROWS, new float[] {7, 8}, 2, 3);
                Weights columns = Weights.columnwise(Memory.of(new float[] {1, 4, 2, 5, 3, 6}), rows.bias(), 2, 3)) {
            assertThat(columns.values()).containsExactly(ROWS);
            assertThat(columns.unit(1)).containsExactly(rows.unit(1)).containsExactly(4, 5, 6);
            assertThat(columns.count()).isEqualTo(rows.count()).isEqualTo(8);
            assertThat(columns.with(ROWS).isColumnwise()).isFalse();
        }
    }

    @Test
    void numbersThatDoNotMakeTheSidesAreRefused() {
        assertThatThrownBy(() -> Weights.of(ROWS, new float[2], 2, 4)).hasMessageContaining("2 x 4");
        assertThatThrownBy(() -> Weights.of(ROWS, new float[3], 2, 3)).hasMessageContaining("3 biases");
    }

    @Test
    void memoryIsFreeOnlyWhenEachOwnerHasClosedHisPart() {
        Memory whole = Memory.of(ROWS);
        Memory part = whole.part(2, 3);
        whole.close();
        assertThatThrownBy(whole::floats).isInstanceOf(IllegalStateException.class);
        assertThat(part.floats().get(0)).isEqualTo(3);
        part.close();
        assertThatThrownBy(part::floats).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void preparedFormsAreMadeOnceAndClosedWithTheWeights() {
        int[] counts = new int[2];
        Weights weights = Weights.of(ROWS, new float[2], 2, 3);
        for (int i = 0; i < 3; i++) {
            weights.prepared(Form.class, "form", () -> new Form(counts));
        }
        assertThat(counts).containsExactly(1, 0);
        weights.forget(Form.class);
        weights.prepared(Form.class, "form", () -> new Form(counts));
        assertThat(counts).containsExactly(2, 1);
        weights.close();
        assertThat(counts).containsExactly(2, 2);
        assertThatThrownBy(() -> weights.prepared(Form.class, "form", () -> new Form(counts)))
                .isInstanceOf(IllegalStateException.class);
    }

    /** Counts how often it is made and closed. */
    private record Form(int[] counts) implements AutoCloseable {

        Form {
            counts[0]++;
        }

        @Override
        public void close() {
            counts[1]++;
        }
    }
}
