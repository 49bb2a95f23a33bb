package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import org.zfscope.models.LeftOut;
import org.zfscope.models.LeftOut.Part;
import org.zfscope.models.Network.Node;
import org.zfscope.models.layer.Convolution;

/**
 * What of a graph has no layers here, and all that hangs on it. A network whose head is something else than a
 * convolutional network opens up to there, if enough is left that is worth looking at.
 */
final class OnnxHead {

    /** With fewer convolutions a network looks in other ways. */
    private static final int FEWEST = 2;

    private final GraphProto graph;
    private final Set<String> unknown = new HashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<NodeProto> nodes = new ArrayList<>();
    private String reason = "";

    OnnxHead(GraphProto graph) {
        this.graph = graph;
    }

    /** Whether the node needs something that was left out. */
    boolean reaches(NodeProto node) {
        return node.getInputList().stream().anyMatch(unknown::contains);
    }

    boolean has(String value) {
        return unknown.contains(value);
    }

    boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** Leaves out a node that has no layer. */
    void begin(NodeProto node, String message) {
        reason = nodes.isEmpty() ? message : reason;
        leave(node);
    }

    /** Leaves out a node that needs what was left out. */
    void leave(NodeProto node) {
        nodes.add(node);
        unknown.addAll(node.getOutputList());
        node.getInputList().stream().filter(i -> !unknown.contains(i)).forEach(taken::add);
    }

    /** What goes into it, as far as it is named. */
    Set<String> inputs() {
        return taken;
    }

    /**
     * What is to be said about it.
     *
     * @param layers those that are left
     * @throws IllegalArgumentException if too little is left; the message names the operator and the kind of network
     */
    Optional<LeftOut> leftOut(List<Node> layers) {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        long kept = layers.stream()
                .filter(node -> node.layer() instanceof Convolution conv && isWide(conv))
                .count();
        long gone =
                nodes.stream().filter(node -> node.getOpType().equals("Conv")).count();
        if (kept < FEWEST || gone > kept) {
            throw new IllegalArgumentException(say(
                    "models.onnx-head.too-little",
                    reason,
                    OnnxKind.of(graph.getNodeList()).inWords()));
        }
        boolean scores = graph.getOutputCount() == 0 || has(graph.getOutput(0).getName());
        NodeProto first = nodes.get(0);
        String name = first.getName().isBlank() && first.getOutputCount() > 0 ? first.getOutput(0) : first.getName();
        return Optional.of(new LeftOut(nodes.size(), name, first.getOpType(), scores ? Part.SCORES : Part.OTHERS));
    }

    private static boolean isWide(Convolution conv) {
        return conv.geometry().vertical().kernel() > 1
                || conv.geometry().horizontal().kernel() > 1;
    }
}
