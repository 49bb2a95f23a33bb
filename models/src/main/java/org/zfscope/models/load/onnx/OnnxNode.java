package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/**
 * A node of an ONNX graph with what its input names stand for. What is missing or of the wrong kind is an
 * {@link IllegalArgumentException}; who runs the node adds its name.
 *
 * @param opset the version of the operators' meaning
 */
record OnnxNode(NodeProto proto, int opset, Scope scope) {

    /** What the graph knows when it comes to a node. */
    interface Scope {

        /** What a name stands for. */
        OnnxValue value(String name);

        /** The numbers of a tensor among a node's attributes. */
        OnnxValue decode(TensorProto tensor);

        /** The same, and if the graph has arranged it anew, as the output of a layer. */
        OnnxValue realised(String name, OnnxNode node);

        /** Whether the output of that name may be changed, because it comes from weights and goes to one node alone. */
        boolean foldable(String name);
    }

    private static final int MAX_NAME = 200;

    String operator() {
        return proto.getOpType();
    }

    /** The node's name, or where it has none its output's, or its operator's. */
    String name() {
        String name = proto.getName().isBlank() ? output() : proto.getName();
        String text = name.isBlank() ? operator() : name;
        return text.length() > MAX_NAME ? text.substring(0, MAX_NAME) : text;
    }

    /** The name of its first output, the only one that counts. */
    String output() {
        return proto.getOutputCount() == 0 ? "" : proto.getOutput(0);
    }

    int inputs() {
        return proto.getInputCount();
    }

    int outputs() {
        return proto.getOutputCount();
    }

    /** Whether input i is given; those at the end and in the middle may be left out. */
    boolean has(int i) {
        return i < inputs() && !proto.getInput(i).isEmpty();
    }

    OnnxValue input(int i) {
        if (!has(i)) {
            throw new IllegalArgumentException(say("models.onnx-node.has-input", i));
        }
        return OnnxOperators.arranges(proto) ? scope.value(proto.getInput(i)) : scope.realised(proto.getInput(i), this);
    }

    Maps maps(int i) {
        if (has(i) && scope.realised(proto.getInput(i), this) instanceof Maps maps) {
            return maps;
        }
        throw new IllegalArgumentException(say("models.onnx-node.input-must-layers-output", i, input(i).described()));
    }

    /** Whether input i is what a layer gives. */
    boolean isMaps(int i) {
        return input(i) instanceof Maps;
    }

    Floats floats(int i) {
        if (input(i) instanceof Floats floats && floats.data().capacity() > 0) {
            return floats;
        }
        throw new IllegalArgumentException(
                say("models.onnx-node.input-must-constant-weights", i, input(i).described()));
    }

    Ints ints(int i) {
        if (input(i) instanceof Ints ints) {
            return ints;
        }
        throw new IllegalArgumentException(say("models.onnx-node.input-must-constant-whole", i, input(i).described()));
    }

    boolean mayFold(int i) {
        return scope.foldable(proto.getInput(i));
    }

    Optional<AttributeProto> attribute(String attribute) {
        return proto.getAttributeList().stream()
                .filter(a -> a.getName().equals(attribute))
                .findFirst();
    }

    Optional<OnnxValue> tensor(String attribute) {
        return attribute(attribute).map(a -> scope.decode(a.getT()));
    }

    int integer(String attribute, int absent) {
        return attribute(attribute).map(a -> clamped(a.getI())).orElse(absent);
    }

    float real(String attribute, float absent) {
        float value = attribute(attribute).map(AttributeProto::getF).orElse(absent);
        if (!Float.isFinite(value)) {
            throw new IllegalArgumentException(say("models.onnx-node.must-finite-number", attribute, value));
        }
        return value;
    }

    String text(String attribute, String absent) {
        return attribute(attribute).map(a -> a.getS().toStringUtf8()).orElse(absent);
    }

    /** A list of numbers; empty if it is not there. */
    float[] reals(String attribute) {
        List<Float> given =
                attribute(attribute).map(AttributeProto::getFloatsList).orElse(List.of());
        float[] values = new float[given.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = given.get(i);
        }
        return values;
    }

    /** A list of whole numbers; empty if it is not there. */
    int[] integers(String attribute) {
        return attribute(attribute).map(AttributeProto::getIntsList).orElse(List.of()).stream()
                .mapToInt(OnnxNode::clamped)
                .toArray();
    }

    /** What newer operators take as an input and older ones had as an attribute; empty if in neither place. */
    int[] integers(String attribute, int input) {
        if (!has(input)) {
            return integers(attribute);
        }
        return Arrays.stream(ints(input).data()).mapToInt(OnnxNode::clamped).toArray();
    }

    /** "To the end" is written as the largest number of 64 bits; elsewhere such numbers are refused for their size. */
    private static int clamped(long value) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }
}
