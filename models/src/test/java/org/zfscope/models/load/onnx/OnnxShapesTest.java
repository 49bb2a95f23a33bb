package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zfscope.models.load.onnx.OnnxModel.integer;
import static org.zfscope.models.load.onnx.OnnxModel.ints;
import static org.zfscope.models.load.onnx.OnnxModel.tensor;

import java.nio.file.Path;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.tensor.Shape;

/** Vectors and weights in other shapes, and shapes that the graph works out itself. */
class OnnxShapesTest {

    @ParameterizedTest
    @CsvSource({"0,-1", "1,-1", "-1,12", "1,12", "0,12"})
    void reshapingToVectorsIsFlattening(long batch, long rest, @TempDir Path folder) {
        OnnxRun run = new OnnxRun(
                folder, OnnxOperatorsTest.small(13).ints("to", batch, rest).node("Reshape", "r", List.of("x", "to")));
        OnnxOperatorsTest.expect(run, Naive::flat);
        assertThat(run.shape).isEqualTo(Shape.flat(12));
    }

    /** What torch.onnx makes of x.view(x.size(0), -1): its batch is open, so is the shape until it runs. */
    @Test
    void shapesThatTheGraphWorksOutAreWorkedOutWhileLoading(@TempDir Path folder) {
        OnnxModel model = OnnxOperatorsTest.small(9)
                .node("Shape", "s", List.of("x"))
                .node(
                        "Constant",
                        "zero",
                        List.of(),
                        tensor(
                                "value",
                                TensorProto.newBuilder()
                                        .setDataType(DataType.INT64_VALUE)
                                        .addInt64Data(0)
                                        .build()))
                .node("Gather", "n", List.of("s", "zero"), integer("axis", 0))
                .node("Unsqueeze", "n1", List.of("n"), ints("axes", List.of(0)))
                .ints("rest", -1)
                .node("Concat", "to", List.of("n1", "rest"), integer("axis", 0))
                .node("Reshape", "flat", List.of("x", "to"))
                .weights("w", OnnxRun.small(5, 24), 12, 2)
                .node("Gemm", "fc", List.of("flat", "w"));
        OnnxOperatorsTest.expect(
                new OnnxRun(folder, model),
                m -> OnnxOperatorsTest.dense(Naive.flat(m), OnnxRun.small(5, 24), new double[2]));
    }

    /** As tf2onnx and hand-written views have it: sides cut out of the shape and multiplied. */
    @Test
    void shapesMayBeSlicedAndMultiplied(@TempDir Path folder) {
        OnnxModel model = OnnxOperatorsTest.small(13)
                .node("Shape", "s", List.of("x"))
                .ints("0", 0)
                .ints("1", 1)
                .ints("2", 2)
                .ints("3", 3)
                .ints("all", Long.MAX_VALUE)
                .node("Cast", "s32", List.of("s"), integer("to", DataType.INT32_VALUE))
                .node("Slice", "n", List.of("s32", "0", "1"))
                .node("Gather", "c", List.of("s32", "1"))
                .node("Slice", "h", List.of("s32", "2", "3"))
                .node("Slice", "w", List.of("s32", "3", "all"))
                .node("Mul", "ch", List.of("c", "h"))
                .node("Mul", "chw", List.of("ch", "w"))
                .node("Concat", "to", List.of("n", "chw"), integer("axis", 0))
                .node("Reshape", "flat", List.of("x", "to"));
        OnnxOperatorsTest.expect(new OnnxRun(folder, model), Naive::flat);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 13})
    void squeezingAndBackLeavesTheNumbersAlone(int opset, @TempDir Path folder) {
        OnnxModel model = OnnxOperatorsTest.small(opset)
                .node("GlobalAveragePool", "g", List.of("x"))
                .ints("axes", 2, 3);
        AttributeProto axes = ints("axes", List.of(2, 3));
        if (opset < 13) {
            model.node("Squeeze", "s", List.of("g"), axes).node("Unsqueeze", "u", List.of("s"), axes);
        } else {
            model.node("Squeeze", "s", List.of("g", "axes")).node("Unsqueeze", "u", List.of("s", "axes"));
        }
        model.weights("w", new float[] {1, 2, 3}, 1, 3, 1, 1).node("Conv", "conv", List.of("u", "w"));
        OnnxRun run = new OnnxRun(folder, model);
        OnnxOperatorsTest.expect(run, m -> new double[] {
            OnnxOperatorsTest.means(m)[0] + 2 * OnnxOperatorsTest.means(m)[1] + 3 * OnnxOperatorsTest.means(m)[2]
        });
    }

    @Test
    void weightsMayBeReshapedBeforeUse(@TempDir Path folder) {
        float[] weights = OnnxRun.small(5, 24);
        OnnxModel model = OnnxOperatorsTest.flat(13)
                .weights("w", weights, 3, 2, 2, 2)
                .ints("to", 12, -1)
                .node("Reshape", "matrix", List.of("w", "to"))
                .node("Identity", "same", List.of("matrix"))
                .node("MatMul", "fc", List.of("flat", "same"));
        OnnxOperatorsTest.expect(
                new OnnxRun(folder, model), m -> OnnxOperatorsTest.dense(Naive.flat(m), weights, new double[2]));
    }
}
