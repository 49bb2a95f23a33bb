package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.HashMap;
import java.util.Map;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;

/** What has its value in the file: initializers, and nodes called Constant, which are the same in another notation. */
final class OnnxConstants {

    private OnnxConstants() {}

    /**
     * Constants by name, not decoded yet.
     *
     * @throws IllegalArgumentException if a constant is of a kind that is not known
     */
    static Map<String, TensorProto> of(GraphProto graph) {
        Map<String, TensorProto> constants = new HashMap<>();
        graph.getInitializerList().forEach(t -> constants.put(t.getName(), t));
        for (NodeProto node : graph.getNodeList()) {
            if (isConstant(node)) {
                constants.put(node.getOutput(0), tensor(node));
            }
        }
        return constants;
    }

    static boolean isConstant(NodeProto node) {
        return node.getOpType().equals("Constant") && node.getOutputCount() == 1;
    }

    private static TensorProto tensor(NodeProto node) {
        AttributeProto value =
                node.getAttributeCount() == 1 ? node.getAttribute(0) : AttributeProto.getDefaultInstance();
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(node.getOutput(0));
        switch (value.getName()) {
            case "value" -> tensor.mergeFrom(value.getT()).setName(node.getOutput(0));
            case "value_int" -> tensor.setDataType(DataType.INT64_VALUE).addInt64Data(value.getI());
            case "value_ints" ->
                tensor.setDataType(DataType.INT64_VALUE)
                        .addDims(value.getIntsCount())
                        .addAllInt64Data(value.getIntsList());
            case "value_floats" ->
                tensor.setDataType(DataType.FLOAT_VALUE)
                        .addDims(value.getFloatsCount())
                        .addAllFloatData(value.getFloatsList());
            case "value_float" -> tensor.setDataType(DataType.FLOAT_VALUE).addFloatData(value.getF());
            default ->
                throw new IllegalArgumentException(
                        say("models.onnx-constants.node-constant-value-value", node.getName(), value.getName()));
        }
        return tensor.build();
    }
}
