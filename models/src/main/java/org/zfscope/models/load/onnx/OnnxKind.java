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
    private static final int DEEPEST = 4;

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
                .anyMatch(node -> before(node, makers).stream().anyMatch(maker -> isWeighing(maker, makers, DEEPEST)));
    }

    private static List<NodeProto> before(NodeProto node, Map<String, NodeProto> makers) {
        return node.getInputList().stream()
                .map(input -> makers.getOrDefault(input, NodeProto.getDefaultInstance()))
                .toList();
    }

    private static boolean isWeighing(NodeProto node, Map<String, NodeProto> makers, int left) {
        if (node.getOpType().equals("Softmax")) {
            return reaches(node, "MatMul", makers, DEEPEST);
        }
        return left > 0
                && BETWEEN.contains(node.getOpType())
                && before(node, makers).stream().anyMatch(maker -> isWeighing(maker, makers, left - 1));
    }

    /** Whether an input of a node comes from such an operator, but for a few that change little. */
    private static boolean reaches(NodeProto node, String operator, Map<String, NodeProto> makers, int left) {
        return before(node, makers).stream().anyMatch(maker -> {
            boolean there = maker.getOpType().equals(operator);
            boolean goesOn = left > 0 && BETWEEN.contains(maker.getOpType());
            return there || (goesOn && reaches(maker, operator, makers, left - 1));
        });
    }
}
