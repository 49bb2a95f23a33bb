package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import onnx.Onnx.NodeProto;

/** The operators that zfscope knows. */
final class OnnxOperators {

    private static final Map<String, OnnxOperator> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("Add", OnnxArithmetic::add),
            Map.entry("AveragePool", OnnxPools::average),
            Map.entry("BatchNormalization", OnnxNorms::batchNorm),
            Map.entry("Cast", OnnxShapes::cast),
            Map.entry("Concat", OnnxShapes::concat),
            Map.entry("Conv", OnnxWeights::conv),
            Map.entry("Div", OnnxArithmetic::div),
            Map.entry("Dropout", OnnxNorms::dropout),
            Map.entry("Flatten", OnnxShapes::flatten),
            Map.entry("Gather", OnnxIntegers::gather),
            Map.entry("Gemm", OnnxWeights::gemm),
            Map.entry("GlobalAveragePool", OnnxPools::globalAverage),
            Map.entry("Identity", OnnxShapes::identity),
            Map.entry("LRN", OnnxNorms::lrn),
            Map.entry("LeakyRelu", OnnxNorms::leakyRelu),
            Map.entry("MatMul", OnnxWeights::matMul),
            Map.entry("MaxPool", OnnxPools::max),
            Map.entry("Mul", OnnxArithmetic::mul),
            Map.entry("Pad", OnnxPools::pad),
            Map.entry("ReduceMean", OnnxPools::reduceMean),
            Map.entry("Relu", OnnxNorms::relu),
            Map.entry("Reshape", OnnxShapes::reshape),
            Map.entry("Shape", OnnxIntegers::shape),
            Map.entry("Slice", OnnxIntegers::slice),
            Map.entry("Softmax", OnnxNorms::softmax),
            Map.entry("Squeeze", OnnxShapes::squeeze),
            Map.entry("Sub", OnnxArithmetic::sub),
            Map.entry("Sum", OnnxArithmetic::sum),
            Map.entry("Transpose", OnnxShapes::transpose),
            Map.entry("Unsqueeze", OnnxShapes::unsqueeze)));

    /** Those that take an array as the graph has arranged it; for all others it becomes maps first. */
    private static final Set<String> ARRANGING =
            Set.of("Cast", "Flatten", "Identity", "Reshape", "Shape", "Squeeze", "Transpose", "Unsqueeze");

    private OnnxOperators() {}

    /** Whether a node takes arrays as the graph has arranged them. */
    static boolean arranges(NodeProto node) {
        return ARRANGING.contains(node.getOpType());
    }

    /**
     * What a node does.
     *
     * @throws IllegalArgumentException if zfscope cannot do it
     */
    static OnnxOperator of(OnnxNode node) {
        String domain = node.proto().getDomain();
        boolean ours = domain.isEmpty() || domain.equals("ai.onnx");
        return Optional.ofNullable(ours ? ALL.get(node.operator()) : null)
                .orElseThrow(() -> new IllegalArgumentException(
                        ours
                                ? say(
                                        "models.onnx-operators.operator-supported-supported-constant",
                                        String.join(", ", ALL.keySet()))
                                : say(
                                        "models.onnx-operators.operator-domain-supported-supported",
                                        domain,
                                        String.join(", ", ALL.keySet()))));
    }
}
