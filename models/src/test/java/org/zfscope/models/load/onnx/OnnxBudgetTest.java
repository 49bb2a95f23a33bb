package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zfscope.models.load.onnx.OnnxModel.floats;
import static org.zfscope.models.load.onnx.OnnxModel.tensor;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.expect;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.small;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;

/** Models without their weights make them while they are loaded, as many as a real network has and no more. */
class OnnxBudgetTest {

    private final Path folder;

    OnnxBudgetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static OnnxModel dense(long inputs, long units) {
        return small(13)
                .ints("sides", inputs, units)
                .node("Flatten", "flat", List.of("x"))
                .node("ConstantOfShape", "w", List.of("sides"), tensor("value", floats("half", new float[] {0.5f}, 1)))
                .node("MatMul", "units", List.of("flat", "w"));
    }

    @Test
    void weightsOfOneNumberMayBeMany() {
        int units = 100_000;
        expect(new OnnxRun(folder, dense(12, units)), m -> {
            double[] out = new double[units];
            Arrays.fill(out, Arrays.stream(Naive.flat(m)).sum() / 2);
            return out;
        });
    }

    @Test
    void moreThanMemoryHoldsAreRefusedBeforeTheyAreMade() {
        assertThatThrownBy(() -> new OnnxLoader().load(dense(30_000, 70_000).write(folder)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("node w (ConstantOfShape)")
                .hasMessageContaining("are not supported, at most");
    }
}
