package org.zfscope.models.load.onnx;

import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.expect;
import static org.zfscope.models.load.onnx.OnnxOperatorsTest.small;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest, the smallest, the mean: of several maps and constants at each position, and over the positions of one. */
class OnnxExtremesTest {

    private final Path folder;

    OnnxExtremesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** x, and twice its absolute value less one. */
    private static OnnxModel two() {
        return small(13)
                .weights("two", new float[] {2}, 1)
                .weights("one", new float[] {1}, 1)
                .node("Abs", "abs", List.of("x"))
                .node("Mul", "twice", List.of("abs", "two"))
                .node("Sub", "y", List.of("twice", "one"));
    }

    private void gives(OnnxModel model, DoubleBinaryOperator operator) {
        expect(
                new OnnxRun(folder, model),
                m -> Naive.flat(Naive.each(m, v -> operator.applyAsDouble(v, 2 * Math.abs(v) - 1))));
    }

    @Test
    void ofMapsWithMaps() {
        gives(two().node("Max", "a", List.of("x", "y")), Math::max);
        gives(two().node("Min", "a", List.of("x", "y")), Math::min);
        gives(two().node("Max", "a", List.of("x", "y", "abs")), (x, y) -> Math.max(Math.max(x, y), Math.abs(x)));
        gives(two().node("Min", "a", List.of("x", "one", "y")), (x, y) -> Math.min(Math.min(x, y), 1));
        gives(two().node("Mean", "a", List.of("x", "y", "abs")), (x, y) -> (x + y + Math.abs(x)) / 3);
    }

    @Test
    void ofMapsWithConstantsOfAnyShape() {
        float[] constants = {-1, 0, 1, 2, -2, 1.5f};
        OnnxModel larger = small(13).weights("c", constants, 3, 1, 2).node("Max", "a", List.of("c", "x"));
        OnnxModel smaller = small(13).weights("c", constants, 3, 1, 2).node("Min", "a", List.of("x", "c"));
        expect(new OnnxRun(folder, larger), m -> each(m, constants, Math::max));
        expect(new OnnxRun(folder, smaller), m -> each(m, constants, Math::min));
    }

    private static double[] each(double[][][] maps, float[] constants, DoubleBinaryOperator operator) {
        double[] out = Naive.flat(maps);
        for (int i = 0; i < out.length; i++) {
            out[i] = operator.applyAsDouble(out[i], constants[i / 4 * 2 + i % 2]);
        }
        return out;
    }

    @Test
    void ofBoundsTheWrongWayRoundTheUpperCounts() {
        OnnxModel model = small(13)
                .weights("low", new float[] {2}, 1)
                .weights("high", new float[] {1}, 1)
                .node("Clip", "a", List.of("x", "low", "high"));
        expect(new OnnxRun(folder, model), m -> Naive.flat(Naive.each(m, v -> 1)));
    }

    @Test
    void overRowsAndColumns() {
        reduces("ReduceMin", Math::min, v -> v, v -> v);
        reduces("ReduceL1", Double::sum, Math::abs, v -> v);
        reduces("ReduceL2", Double::sum, v -> v * v, Math::sqrt);
        reduces("ReduceSumSquare", Double::sum, v -> v * v, v -> v);
    }

    private void reduces(
            String operator, DoubleBinaryOperator together, DoubleUnaryOperator before, DoubleUnaryOperator after) {
        OnnxModel model =
                small(13).node(operator, "a", List.of("x"), ints("axes", List.of(2, 3)), integer("keepdims", 0));
        expect(new OnnxRun(folder, model), m -> {
            double[] out = new double[m.length];
            for (int c = 0; c < out.length; c++) {
                out[c] = after.applyAsDouble(Arrays.stream(Naive.flat(new double[][][] {m[c]}))
                        .map(before)
                        .reduce(together)
                        .orElseThrow());
            }
            return out;
        });
    }
}
