package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.FunctionProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;

/** A model's own functions, put in the place of the nodes that call them. */
final class OnnxFunctions {

    private static final int MOST_NODES = 10_000;
    private static final int DEEPEST = 16;

    private final Map<String, FunctionProto> functions = new HashMap<>();
    private final List<NodeProto> inlined = new ArrayList<>();
    private int seen;

    private OnnxFunctions(ModelProto model) {
        for (FunctionProto function : model.getFunctionsList()) {
            functions.put(key(function.getDomain(), function.getName()), function);
        }
    }

    private static String key(String domain, String name) {
        return domain + ":" + name;
    }

    /**
     * The model's graph without calls.
     *
     * @throws IllegalArgumentException if functions call each other without end, or make too many nodes
     */
    static GraphProto inlined(ModelProto model) {
        if (model.getFunctionsCount() == 0) {
            return model.getGraph();
        }
        OnnxFunctions functions = new OnnxFunctions(model);
        model.getGraph().getNodeList().forEach(node -> functions.put(node, 0));
        return model.getGraph().toBuilder()
                .clearNode()
                .addAllNode(functions.inlined)
                .build();
    }

    private void put(NodeProto node, int depth) {
        FunctionProto function = functions.get(key(node.getDomain(), node.getOpType()));
        seen++;
        if (seen > MOST_NODES || depth > DEEPEST) {
            throw new IllegalArgumentException(say("models.onnx-functions.too-many", MOST_NODES, DEEPEST));
        }
        if (function == null) {
            inlined.add(node);
            return;
        }
        Map<String, String> names = names(node, function);
        for (NodeProto inner : function.getNodeList()) {
            put(called(inner, node, names), depth + 1);
        }
    }

    /** What the function calls its inputs and outputs, and what the call does. */
    private static Map<String, String> names(NodeProto node, FunctionProto function) {
        Map<String, String> names = new HashMap<>(Map.of("", ""));
        for (int i = 0; i < function.getInputCount(); i++) {
            names.put(function.getInput(i), i < node.getInputCount() ? node.getInput(i) : "");
        }
        for (int i = 0; i < function.getOutputCount() && i < node.getOutputCount(); i++) {
            names.put(function.getOutput(i), node.getOutput(i));
        }
        return names;
    }

    private static NodeProto called(NodeProto inner, NodeProto node, Map<String, String> names) {
        String place = caller(node) + "/";
        NodeProto.Builder called = renamed(inner, place, names).toBuilder()
                .setName(place + (inner.getName().isBlank() ? inner.getOpType() : inner.getName()))
                .clearAttribute();
        for (AttributeProto attribute : inner.getAttributeList()) {
            given(attribute, node).ifPresent(a -> called.addAttribute(renamed(a, place, names)));
        }
        return called.build();
    }

    private static String caller(NodeProto node) {
        return node.getName().isBlank() && node.getOutputCount() > 0 ? node.getOutput(0) : node.getName();
    }

    /** The attribute, or the one of the call that it stands for. */
    private static Optional<AttributeProto> given(AttributeProto attribute, NodeProto node) {
        if (attribute.getRefAttrName().isEmpty()) {
            return Optional.of(attribute);
        }
        return node.getAttributeList().stream()
                .filter(a -> a.getName().equals(attribute.getRefAttrName()))
                .findFirst()
                .map(a -> a.toBuilder().setName(attribute.getName()).build());
    }

    private static AttributeProto renamed(AttributeProto attribute, String place, Map<String, String> names) {
        if (!attribute.hasG()) {
            return attribute;
        }
        GraphProto.Builder graph = attribute.getG().toBuilder();
        for (int i = 0; i < graph.getNodeCount(); i++) {
            graph.setNode(i, renamed(graph.getNode(i), place, names));
        }
        for (int i = 0; i < graph.getOutputCount(); i++) {
            String name = graph.getOutput(i).getName();
            graph.setOutput(i, graph.getOutput(i).toBuilder().setName(names.getOrDefault(name, place + name)));
        }
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            String name = graph.getInitializer(i).getName();
            graph.setInitializer(
                    i, graph.getInitializer(i).toBuilder().setName(names.getOrDefault(name, place + name)));
        }
        return attribute.toBuilder().setG(graph).build();
    }

    private static NodeProto renamed(NodeProto node, String place, Map<String, String> names) {
        NodeProto.Builder renamed = node.toBuilder().clearInput().clearOutput();
        node.getInputList().forEach(input -> renamed.addInput(names.getOrDefault(input, place + input)));
        node.getOutputList().forEach(output -> renamed.addOutput(names.getOrDefault(output, place + output)));
        return renamed.build();
    }
}
