package org.zfscope.models.load.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.ValueInfoProto;
import org.zfscope.models.LeftOut;
import org.zfscope.models.LeftOut.Part;

/**
 * A graph without its labels: a network that was written down as it was trained takes the right answers too, for its loss or
 * for how many answers were right. An input that nothing with weights comes after is such, and what needs it is left out.
 *
 * @param leftOut what went with the labels; nothing where there are none
 */
record OnnxLabels(GraphProto graph, Optional<LeftOut> leftOut) {

    private static final Set<String> WITH_WEIGHTS = Set.of("Conv", "ConvTranspose", "Gemm", "MatMul");

    /** What turns scores into what a loss compares. */
    private static final Set<String> ON_THE_WAY = Set.of("ArgMax", "Cast", "Identity", "Log", "Squeeze");

    /**
     * The graph with one input where that is all that counts; else as it is.
     *
     * @param constants what has a value already; old models list those among their inputs too
     */
    static OnnxLabels of(GraphProto graph, Set<String> constants) {
        List<String> inputs = graph.getInputList().stream()
                .map(ValueInfoProto::getName)
                .filter(name -> !constants.contains(name))
                .toList();
        Set<String> gone = new HashSet<>();
        for (String input : inputs.size() < 2 ? List.<String>of() : inputs) {
            Set<String> after = after(graph, Set.of(input));
            if (graph.getNodeList().stream()
                    .noneMatch(node -> WITH_WEIGHTS.contains(node.getOpType()) && isAmong(node, after))) {
                gone.addAll(after);
            }
        }
        return inputs.stream().filter(input -> !gone.contains(input)).count() == 1
                        && inputs.stream().anyMatch(gone::contains)
                ? without(graph, gone)
                : new OnnxLabels(graph, Optional.empty());
    }

    /** Those values and all that is made of them. */
    private static Set<String> after(GraphProto graph, Set<String> values) {
        Set<String> after = new HashSet<>(values);
        for (NodeProto node : graph.getNodeList()) {
            if (isAmong(node, after)) {
                after.addAll(node.getOutputList());
            }
        }
        after.remove("");
        return after;
    }

    private static boolean isAmong(NodeProto node, Set<String> values) {
        return taken(node).anyMatch(values::contains);
    }

    /** What a node takes, and what the graphs in it do. */
    private static Stream<String> taken(NodeProto node) {
        return Stream.concat(
                node.getInputList().stream(),
                node.getAttributeList().stream()
                        .filter(AttributeProto::hasG)
                        .flatMap(a -> a.getG().getNodeList().stream())
                        .flatMap(OnnxLabels::taken));
    }

    private static OnnxLabels without(GraphProto graph, Set<String> gone) {
        List<ValueInfoProto> outputs = graph.getOutputList().stream()
                .filter(output -> !gone.contains(output.getName()))
                .toList();
        outputs = outputs.isEmpty() ? compared(graph, gone) : outputs;
        Set<String> needed = before(graph, outputs);
        GraphProto.Builder left = graph.toBuilder().clearInput().clearOutput().clearNode();
        graph.getInputList().stream().filter(i -> !gone.contains(i.getName())).forEach(left::addInput);
        outputs.forEach(left::addOutput);
        graph.getNodeList().stream()
                .filter(node -> node.getOutputList().stream().anyMatch(needed::contains))
                .forEach(left::addNode);
        return new OnnxLabels(
                left.build(),
                graph.getNodeList().stream()
                        .filter(node -> node.getOutputList().stream().noneMatch(needed::contains))
                        .findFirst()
                        .map(first -> new LeftOut(
                                graph.getNodeCount() - left.getNodeCount(),
                                first.getName().isBlank() ? first.getOutput(0) : first.getName(),
                                first.getOpType(),
                                Part.OTHERS)));
    }

    /** What a loss compares with the labels: the scores, where no output of the graph is those. */
    private static List<ValueInfoProto> compared(GraphProto graph, Set<String> gone) {
        Map<String, NodeProto> makers = new HashMap<>();
        graph.getNodeList().forEach(node -> node.getOutputList().forEach(output -> makers.put(output, node)));
        Set<String> compared = new LinkedHashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (isAmong(node, gone)) {
                node.getInputList().stream()
                        .filter(input -> makers.containsKey(input) && !gone.contains(input))
                        .map(input -> scores(makers, input))
                        .forEach(compared::add);
            }
        }
        return compared.stream()
                .map(name -> ValueInfoProto.newBuilder().setName(name).build())
                .toList();
    }

    private static String scores(Map<String, NodeProto> makers, String value) {
        String name = value;
        List<String> seen = new ArrayList<>();
        for (NodeProto node = makers.get(name);
                node != null && ON_THE_WAY.contains(node.getOpType()) && !seen.contains(name);
                node = makers.get(name)) {
            seen.add(name);
            name = node.getInputCount() > 0 ? node.getInput(0) : name;
        }
        return name;
    }

    /** Those values and all that they are made of. */
    private static Set<String> before(GraphProto graph, List<ValueInfoProto> outputs) {
        Set<String> before = new HashSet<>();
        outputs.forEach(output -> before.add(output.getName()));
        for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
            NodeProto node = graph.getNode(i);
            if (node.getOutputList().stream().anyMatch(before::contains)) {
                taken(node).filter(name -> !name.isEmpty()).forEach(before::add);
            }
        }
        return before;
    }
}
