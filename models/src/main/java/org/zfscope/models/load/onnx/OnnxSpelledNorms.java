package org.zfscope.models.load.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.ValueInfoProto;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;

/**
 * Normalisations that exporters spell out where their operator set has none, found and put back as one node:
 * {@code d = x - mean(x); d / sqrt(mean(d ^ 2) + epsilon)}, times a constant and plus one.
 */
final class OnnxSpelledNorms {

    /** Which axes are normalised over, which LayerNormalization of the standard does not have. */
    static final String AXES = "axes";

    private static final int MOST_HANDS = 4;

    private final GraphProto graph;
    private final Function<String, Optional<OnnxValue>> constants;
    private final Map<String, NodeProto> makers = new HashMap<>();
    private final Map<String, List<NodeProto>> readers = new HashMap<>();
    private final IdentityHashMap<NodeProto, NodeProto> replaced = new IdentityHashMap<>();
    private final Set<NodeProto> gone = Collections.newSetFromMap(new IdentityHashMap<>());

    private OnnxSpelledNorms(GraphProto graph, Function<String, Optional<OnnxValue>> constants) {
        this.graph = graph;
        this.constants = constants;
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> makers.putIfAbsent(output, node));
            node.getInputList().forEach(input -> readers.computeIfAbsent(input, i -> new ArrayList<>())
                    .add(node));
        }
        for (ValueInfoProto output : graph.getOutputList()) {
            readers.computeIfAbsent(output.getName(), i -> new ArrayList<>()).add(NodeProto.getDefaultInstance());
        }
    }

    /**
     * The nodes, with one in the place of each normalisation.
     *
     * @param constants the value of a name that has one in the file
     */
    static List<NodeProto> found(GraphProto graph, Function<String, Optional<OnnxValue>> constants) {
        if (graph.getNodeList().stream().noneMatch(node -> node.getOpType().equals("Sqrt"))) {
            return graph.getNodeList();
        }
        OnnxSpelledNorms norms = new OnnxSpelledNorms(graph, constants);
        graph.getNodeList().stream()
                .filter(n -> n.getOpType().equals("Div") && isWhole(n))
                .forEach(norms::find);
        return norms.rewritten();
    }

    private List<NodeProto> rewritten() {
        Map<String, Integer> uses = new HashMap<>();
        readers.forEach((name, nodes) -> uses.put(
                name, (int) nodes.stream().filter(n -> !gone.contains(n)).count()));
        List<NodeProto> kept = new ArrayList<>();
        for (int i = graph.getNodeCount() - 1; i >= 0; i--) {
            NodeProto node = graph.getNode(i);
            if (replaced.containsKey(node)) {
                kept.add(0, replaced.getOrDefault(node, node));
            } else if (gone.contains(node)
                    && node.getOutputList().stream().anyMatch(o -> uses.getOrDefault(o, 0) > 0)) {
                kept.add(0, node); // somebody else reads it too, so what it reads is needed as well
                node.getInputList().forEach(input -> uses.merge(input, 1, Integer::sum));
            } else if (!gone.contains(node)) {
                kept.add(0, node);
            }
        }
        return kept;
    }

    private void find(NodeProto div) {
        Optional<NodeProto> less = maker(div, 0, "Sub").filter(this::lessItsMean);
        Optional<NodeProto> root = maker(div, 1, "Sqrt");
        Optional<NodeProto> sum = root.flatMap(r -> maker(r, 0, "Add"));
        if (less.isEmpty() || sum.isEmpty()) {
            return;
        }
        int variance = constant(sum.get().getInput(0)).isPresent() ? 1 : 0;
        Optional<Float> epsilon = number(sum.get().getInput(1 - variance));
        Optional<NodeProto> mean = maker(sum.get(), variance, "ReduceMean");
        Optional<NodeProto> square =
                mean.flatMap(m -> squareOf(m.getInput(0), less.get().getInput(0)));
        Optional<NodeProto> first = maker(less.get(), 1, "ReduceMean");
        if (epsilon.isPresent() && square.isPresent() && sameAxes(mean, first)) {
            gone.addAll(List.of(div, less.get(), root.get(), sum.get(), mean.get(), square.get(), first.get()));
            maker(square.get(), 0, "Sub").ifPresent(gone::add);
            replace(div, less.get().getInput(0), epsilon.get(), axes(mean.get()));
        }
    }

    private boolean lessItsMean(NodeProto sub) {
        return maker(sub, 1, "ReduceMean")
                .filter(mean -> mean.getInput(0).equals(sub.getInput(0)))
                .isPresent();
    }

    /** The node that squares x less its mean. */
    private Optional<NodeProto> squareOf(String name, String x) {
        Optional<NodeProto> square = Optional.of(maker(name)).filter(node -> node.getInputCount() == 2);
        return square.filter(node -> node.getOpType().equals("Pow")
                        ? number(node.getInput(1)).filter(v -> v == 2).isPresent()
                        : node.getOpType().equals("Mul") && node.getInput(0).equals(node.getInput(1)))
                .filter(node -> maker(node, 0, "Sub")
                        .filter(this::lessItsMean)
                        .filter(sub -> sub.getInput(0).equals(x))
                        .isPresent());
    }

    private boolean sameAxes(Optional<NodeProto> a, Optional<NodeProto> b) {
        return a.isPresent()
                && b.isPresent()
                && axes(a.get()).equals(axes(b.get()))
                && !axes(a.get()).isEmpty()
                && keeps(a.get())
                && keeps(b.get());
    }

    private static boolean keeps(NodeProto mean) {
        return mean.getAttributeList().stream().noneMatch(a -> a.getName().equals("keepdims") && a.getI() == 0);
    }

    private List<Long> axes(NodeProto mean) {
        if (mean.getInputCount() > 1) {
            return constant(mean.getInput(1)).filter(Ints.class::isInstance).stream()
                    .flatMap(value -> Arrays.stream(((Ints) value).data()).boxed())
                    .toList();
        }
        return mean.getAttributeList().stream()
                .filter(a -> a.getName().equals("axes"))
                .findFirst()
                .map(AttributeProto::getIntsList)
                .orElse(List.of());
    }

    private void replace(NodeProto div, String x, float epsilon, List<Long> axes) {
        NodeProto.Builder norm = NodeProto.newBuilder()
                .setOpType("LayerNormalization")
                .addInput(x)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("epsilon")
                        .setType(AttributeType.FLOAT)
                        .setF(epsilon))
                .addAttribute(AttributeProto.newBuilder()
                        .setName(AXES)
                        .setType(AttributeType.INTS)
                        .addAllInts(axes));
        NodeProto last = div;
        Optional<NodeProto> times = onlyReader(div, "Mul").filter(node -> perChannel(node, div, axes));
        if (times.isPresent()) {
            last = times.get();
            norm.addInput(other(last, div));
            NodeProto scaled = last;
            Optional<NodeProto> plus = onlyReader(scaled, "Add").filter(node -> perChannel(node, scaled, axes));
            if (plus.isPresent()) {
                last = plus.get();
                norm.addInput(other(last, scaled));
                gone.add(scaled);
            }
        }
        gone.add(last);
        replaced.put(
                last, norm.setName(last.getName()).addOutput(last.getOutput(0)).build());
    }

    private Optional<NodeProto> onlyReader(NodeProto node, String operator) {
        List<NodeProto> all = readers.getOrDefault(node.getOutput(0), List.of());
        return all.stream()
                .filter(reader -> all.size() == 1 && reader.getOpType().equals(operator) && isWhole(reader))
                .findFirst();
    }

    private static String other(NodeProto node, NodeProto than) {
        return node.getInput(0).equals(than.getOutput(0)) ? node.getInput(1) : node.getInput(0);
    }

    /** A constant of one number a channel, which lie where the axis that is normalised over says. */
    private boolean perChannel(NodeProto node, NodeProto norm, List<Long> axes) {
        long behind = axes.equals(List.of(1L)) ? 2 : 0;
        return constant(other(node, norm))
                .filter(Floats.class::isInstance)
                .map(value -> ((Floats) value).dims())
                .filter(dims -> axes.equals(List.of(-1L)) || axes.equals(List.of(1L)))
                .filter(dims -> dims.length > behind)
                .filter(dims -> OnnxDims.size(dims) == dims[dims.length - 1 - (int) behind] && OnnxDims.size(dims) > 1)
                .isPresent();
    }

    /** Whether a node has the inputs that its operator needs; files may say anything. */
    private static boolean isWhole(NodeProto node) {
        boolean single =
                node.getOpType().equals("ReduceMean") || node.getOpType().equals("Sqrt");
        return node.getOutputCount() == 1 && node.getInputCount() >= (single ? 1 : 2);
    }

    private Optional<NodeProto> maker(NodeProto node, int input, String operator) {
        return input < node.getInputCount()
                ? Optional.ofNullable(makers.get(node.getInput(input)))
                        .filter(maker -> maker.getOpType().equals(operator) && isWhole(maker))
                : Optional.empty();
    }

    /** The constant, through nodes that hand it on. */
    private Optional<OnnxValue> constant(String name) {
        String given = name;
        for (int i = 0; i < MOST_HANDS && isIdentity(maker(given)); i++) {
            given = maker(given).getInput(0);
        }
        return constants.apply(given);
    }

    private NodeProto maker(String name) {
        return makers.getOrDefault(name, NodeProto.getDefaultInstance());
    }

    private static boolean isIdentity(NodeProto node) {
        return node.getOpType().equals("Identity") && node.getInputCount() == 1;
    }

    private Optional<Float> number(String name) {
        return constant(name)
                .filter(Floats.class::isInstance)
                .map(value -> ((Floats) value).data())
                .filter(data -> data.capacity() == 1)
                .map(data -> data.get(0));
    }
}
