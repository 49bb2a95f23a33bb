package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.ValueInfoProto;
import org.zfscope.models.LeftOut;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Network.Output;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.OneLine;
import org.zfscope.models.load.ParsedModel;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.load.onnx.OnnxValue.Several;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.words.Quantities;

/** From an ONNX graph to layers: each node in turn takes values by name and leaves one, and most leave a layer. */
final class OnnxGraph implements OnnxNode.Scope {

    private static final int MAX_NODES = 10_000;
    private static final Set<String> WITH_BIAS = Set.of("Conv", "Gemm", "MatMul");

    private final GraphProto graph;
    private final int opset;
    private final OnnxTensors tensors;
    private final OnnxLabels labels;
    private final OnnxInput input;
    private final OnnxLayers layers;
    private final Map<String, TensorProto> constants;
    private final Map<String, OnnxValue> values = new HashMap<>();
    private final Set<String> foldable = new HashSet<>();
    private final OnnxHead head;
    private int ran;
    private final OnnxBudget numbers = new OnnxBudget();

    /**
     * @param open the input's size where the graph leaves it open
     * @throws IllegalArgumentException if the graph's input does not take pictures
     */
    OnnxGraph(GraphProto graph, int opset, OnnxTensors tensors, InputSize open) {
        if (graph.getNodeCount() > MAX_NODES) {
            throw new IllegalArgumentException(
                    say("models.onnx-graph.has-nodes-most", graph.getNodeCount(), MAX_NODES));
        }
        this.opset = opset;
        this.tensors = tensors;
        this.constants = OnnxConstants.of(graph);
        this.labels = OnnxLabels.of(graph, constants.keySet());
        this.graph = labels.graph();
        this.input = OnnxInput.of(this.graph, constants.keySet(), open);
        this.layers = new OnnxLayers(input.batch());
        this.head = new OnnxHead(this.graph);
    }

    /** Throws IllegalArgumentException if the graph says that its input has another size. */
    void require(InputSize size) {
        Shape own = input.shape();
        if (own.height() != size.height() || own.width() != size.width()) {
            throw new IllegalArgumentException(say(
                    "models.onnx-graph.size-is-fixed",
                    Quantities.shape(own.height(), own.width()),
                    Quantities.shape(size.height(), size.width())));
        }
    }

    /**
     * The layers, in topological order, the graph's first output last where nothing else takes it.
     *
     * @param sides who says how large the input is where the graph does not
     * @throws IllegalArgumentException that names the node that cannot be a layer
     */
    ParsedModel parsed(Source sides) {
        values.put(input.name(), new Maps(Network.INPUT, input.shape(), input.sides()));
        findFoldable();
        List<Output> outputs;
        Optional<LeftOut> leftOut;
        try {
            OnnxSpelledNorms.found(graph, this::constant).forEach(this::run);
            leftOut = head.leftOut(layers.nodes()).or(labels::leftOut);
            outputs = outputs();
        } finally {
            layers.close();
        }
        layers.dropSuperseded(outputs.stream().map(Output::layer).toList());
        return new ParsedModel(
                input.shape(),
                input.open() ? sides : Source.FILE,
                lastly(outputs.get(0).layer(), layers.nodes()),
                outputs,
                leftOut);
    }

    private Optional<OnnxValue> constant(String name) {
        return constants.containsKey(name) ? Optional.of(value(name)) : Optional.empty();
    }

    /** Those that a layer makes; a graph may also hand out its constants or its own input. */
    private List<Output> outputs() {
        List<Output> outputs = new ArrayList<>();
        OnnxNode reader = new OnnxNode(NodeProto.getDefaultInstance(), opset, this);
        for (ValueInfoProto output : graph.getOutputList()) {
            if (!head.has(output.getName())
                    && realised(output.getName(), reader) instanceof Maps maps
                    && !maps.layer().equals(Network.INPUT)) {
                outputs.add(new Output(OneLine.of(output.getName()), maps.layer()));
            }
        }
        if (outputs.isEmpty() && !head.isEmpty()) {
            outputs.addAll(intoHead());
        }
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(say("models.onnx-graph.graph-has-output-layer"));
        }
        return outputs;
    }

    /** What the head takes of the layers, which are the results of a network without it. */
    private List<Output> intoHead() {
        Set<String> taken = new LinkedHashSet<>();
        for (String name : head.inputs()) {
            if (values.get(name) instanceof Maps maps) {
                taken.add(maps.layer());
            } else if (values.get(name) instanceof OnnxView view) {
                taken.add(view.maps().layer());
            }
        }
        taken.remove(Network.INPUT);
        return taken.stream().map(layer -> new Output(layer, layer)).toList();
    }

    private void run(NodeProto proto) {
        if (OnnxConstants.isConstant(proto)) {
            return;
        }
        ran++;
        if (head.reaches(proto)) {
            head.leave(proto);
            return;
        }
        OnnxNode node = new OnnxNode(proto, opset, this);
        try {
            made(node);
        } catch (NoLayerException e) {
            head.begin(proto, message(node, e));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(message(node, e), e);
        }
    }

    private String message(OnnxNode node, RuntimeException e) {
        String open = input.open() ? say("models.onnx-graph.model-leaves-inputs-size", input.shape()) : "";
        return say("models.onnx-graph.node", node.name(), node.operator(), e.getMessage(), open);
    }

    private void made(OnnxNode node) {
        if (node.operator().equals("If")) {
            branch(node);
            return;
        }
        OnnxValue made =
                OnnxNumbers.folded(node).orElseGet(() -> OnnxOperators.of(node).apply(node, layers));
        List<OnnxValue> outputs = made instanceof Several several ? several.values() : List.of(made);
        for (int i = 0; i < outputs.size(); i++) {
            define(i == 0 ? node.output() : node.proto().getOutput(i), outputs.get(i));
        }
    }

    /** A choice that the file has made already: the nodes of one branch in the place of both. */
    private void branch(OnnxNode node) {
        if (!(node.input(0) instanceof Ints condition) || condition.data().length != 1) {
            throw new NoLayerException(say("models.onnx-graph.open-condition"));
        }
        GraphProto chosen = node.attribute(condition.data()[0] != 0 ? "then_branch" : "else_branch")
                .map(AttributeProto::getG)
                .orElseGet(GraphProto::getDefaultInstance);
        if (ran + chosen.getNodeCount() > MAX_NODES || chosen.getOutputCount() != node.outputs()) {
            throw new IllegalArgumentException(
                    say("models.onnx-graph.has-nodes-most", chosen.getNodeCount(), MAX_NODES));
        }
        OnnxConstants.of(chosen).forEach(constants::putIfAbsent);
        chosen.getNodeList().forEach(this::run);
        for (int i = 0; i < node.outputs(); i++) {
            String name = chosen.getOutput(i).getName();
            if (head.has(name)) {
                throw new NoLayerException(say("models.onnx-graph.branch-left-out"));
            }
            define(node.proto().getOutput(i), value(name));
        }
    }

    private void define(String name, OnnxValue value) {
        numbers.claim(value);
        if (values.put(name, value) != null) {
            throw new IllegalArgumentException(say("models.onnx-graph.makes-which-there-already", name));
        }
    }

    @Override
    public OnnxValue decode(TensorProto tensor) {
        return tensors.decode(tensor);
    }

    @Override
    public boolean foldable(String name) {
        return foldable.contains(name);
    }

    /** Once for all nodes that take it. */
    @Override
    public OnnxValue realised(String name, OnnxNode node) {
        OnnxValue value = value(name);
        if (value instanceof OnnxPicked picked) {
            value = OnnxSettling.settled(picked, node, layers);
        } else if (value instanceof OnnxView view) {
            value = OnnxArrangement.realised(view, layers);
        }
        values.put(name, value);
        return value;
    }

    @Override
    public OnnxValue value(String name) {
        OnnxValue known = values.get(name);
        if (known != null) {
            return known;
        }
        TensorProto constant = constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException(say("models.onnx-graph.comes-nowhere-node-further", name));
        }
        OnnxValue decoded = tensors.decode(constant);
        values.put(name, decoded);
        return decoded;
    }

    /** A constant may be added to a layer's bias where nobody else sees the sum without it. */
    private void findFoldable() {
        Map<String, Integer> uses = new HashMap<>();
        graph.getNodeList().forEach(n -> n.getInputList().forEach(i -> uses.merge(i, 1, Integer::sum)));
        graph.getOutputList().stream().map(ValueInfoProto::getName).forEach(o -> uses.merge(o, 1, Integer::sum));
        graph.getNodeList().stream()
                .filter(n -> WITH_BIAS.contains(n.getOpType()) && n.getOutputCount() == 1)
                .map(n -> n.getOutput(0))
                .filter(output -> uses.getOrDefault(output, 0) == 1)
                .forEach(foldable::add);
    }

    private static List<Node> lastly(String output, List<Node> nodes) {
        if (nodes.stream().anyMatch(n -> n.inputs().contains(output))) {
            return nodes;
        }
        List<Node> ordered = new ArrayList<>(nodes);
        ordered.sort((a, b) -> Boolean.compare(a.name().equals(output), b.name().equals(output)));
        return ordered;
    }
}
