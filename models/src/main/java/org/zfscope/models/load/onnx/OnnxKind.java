package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.NodeProto;

/** What kind of network a graph is, by the operators that are in it. */
enum OnnxKind {
    RECURRENT,
    TRANSFORMER,
    DETECTOR,
    QUANTISED,
    CONVOLUTIONAL,
    OTHER;

    private static final Set<String> RECURRENCE = Set.of("LSTM", "GRU", "RNN", "Loop", "Scan");
    private static final Set<String> ATTENTION = Set.of("Attention", "MultiHeadAttention", "RotaryEmbedding");
    private static final Set<String> BOXES = Set.of("NonMaxSuppression", "RoiAlign", "TopK");
    private static final Set<String> INTEGERS =
            Set.of("QLinearConv", "ConvInteger", "QuantizeLinear", "DequantizeLinear", "DynamicQuantizeLinear");
    /** What may stand between two matrix products and the softmax of an attention. */
    private static final Set<String> BETWEEN = Set.of("Mul", "Div", "Add", "Where", "Cast", "Dropout", "Reshape");

    /** In a sentence: {@code a transformer}. */
    String inWords() {
        return switch (this) {
            case RECURRENT -> say("models.onnx-kind.recurrent");
            case TRANSFORMER -> say("models.onnx-kind.transformer");
            case DETECTOR -> say("models.onnx-kind.detector");
            case QUANTISED -> say("models.onnx-kind.quantised");
            case CONVOLUTIONAL -> say("models.onnx-kind.convolutional");
            case OTHER -> say("models.onnx-kind.other");
        };
    }

    static OnnxKind of(List<NodeProto> nodes) {
        Set<String> operators = new HashSet<>();
        nodes.forEach(node -> operators.add(node.getOpType()));
        if (meets(operators, INTEGERS)) {
            return QUANTISED;
        }
        if (meets(operators, RECURRENCE)) {
            return RECURRENT;
        }
        if (meets(operators, ATTENTION) || attends(nodes)) {
            return TRANSFORMER;
        }
        if (meets(operators, BOXES)) {
            return DETECTOR;
        }
        return operators.contains("Conv") ? CONVOLUTIONAL : OTHER;
    }

    private static boolean meets(Set<String> operators, Set<String> some) {
        return some.stream().anyMatch(operators::contains);
    }

    /** Whether a softmax over the product of two matrices weighs a third one. */
    private static boolean attends(List<NodeProto> nodes) {
        Map<String, NodeProto> makers = new HashMap<>();
        nodes.forEach(node -> node.getOutputList().forEach(output -> makers.put(output, node)));
        return nodes.stream()
                .filter(node -> node.getOpType().equals("MatMul"))
                .anyMatch(node -> reaches(node, "Softmax", makers, 4)
                        && node.getInputList().stream()
                                .map(makers::get)
                                .anyMatch(maker -> maker != null && isWeighing(maker, makers, 4)));
    }

    private static boolean isWeighing(NodeProto node, Map<String, NodeProto> makers, int left) {
        return node.getOpType().equals("Softmax")
                ? reaches(node, "MatMul", makers, 4)
                : left > 0
                        && BETWEEN.contains(node.getOpType())
                        && node.getInputList().stream()
                                .map(makers::get)
                                .anyMatch(maker -> maker != null && isWeighing(maker, makers, left - 1));
    }

    /** Whether an input of a node comes from such an operator, but for a few that change little. */
    private static boolean reaches(NodeProto node, String operator, Map<String, NodeProto> makers, int left) {
        return node.getInputList().stream()
                .map(makers::get)
                .anyMatch(maker -> maker != null
                        && (maker.getOpType().equals(operator)
                                || left > 0
                                        && BETWEEN.contains(maker.getOpType())
                                        && reaches(maker, operator, makers, left - 1)));
    }
}
