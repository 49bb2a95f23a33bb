package org.zfscope.models.load.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** A small ONNX model, written node by node. */
final class OnnxModel {

    final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(7);
    final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");

    OnnxModel(int opset) {
        model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset));
    }

    /** A float input called x; 0 leaves a side open. */
    static OnnxModel of(int opset, long... dims) {
        OnnxModel made = new OnnxModel(opset);
        made.graph.addInput(info("x", DataType.FLOAT, dims));
        return made;
    }

    static ValueInfoProto info(String name, DataType type, long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dim : dims) {
            shape.addDim(
                    dim == 0
                            ? Dimension.newBuilder().setDimParam("N")
                            : Dimension.newBuilder().setDimValue(dim));
        }
        TypeProto.Tensor tensor = TypeProto.Tensor.newBuilder()
                .setElemType(type.getNumber())
                .setShape(shape)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    OnnxModel weights(String name, float[] values, long... dims) {
        return initializer(floats(name, values, dims));
    }

    OnnxModel ints(String name, long... values) {
        return initializer(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64.getNumber())
                .addDims(values.length)
                .addAllInt64Data(LongStream.of(values).boxed().toList())
                .build());
    }

    OnnxModel initializer(TensorProto tensor) {
        graph.addInitializer(tensor);
        return this;
    }

    static TensorProto floats(String name, float[] values, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(DataType.FLOAT.getNumber());
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        for (float v : values) {
            tensor.addFloatData(v);
        }
        return tensor.build();
    }

    /** A node whose output is called as the node. */
    OnnxModel node(String operator, String name, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(name)
                .addAllInput(inputs)
                .addOutput(name)
                .addAllAttribute(Arrays.asList(attributes)));
        return this;
    }

    OnnxModel output(String name) {
        graph.addOutput(ValueInfoProto.newBuilder().setName(name));
        return this;
    }

    OnnxModel change(Consumer<OnnxModel> change) {
        change.accept(this);
        return this;
    }

    static AttributeProto ints(String name, List<Integer> values) {
        return attribute(name, AttributeType.INTS)
                .addAllInts(values.stream().map(Integer::longValue).toList())
                .build();
    }

    static AttributeProto integer(String name, long value) {
        return attribute(name, AttributeType.INT).setI(value).build();
    }

    static AttributeProto real(String name, float value) {
        return attribute(name, AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto text(String name, String value) {
        return attribute(name, AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto tensor(String name, TensorProto value) {
        return attribute(name, AttributeType.TENSOR).setT(value).build();
    }

    private static AttributeProto.Builder attribute(String name, AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }

    /** Without an output of its own, the last node's is the graph's. */
    byte[] bytes() {
        GraphProto.Builder whole = graph.clone();
        if (graph.getOutputCount() == 0 && graph.getNodeCount() > 0) {
            String last = graph.getNode(graph.getNodeCount() - 1).getOutput(0);
            whole.addOutput(ValueInfoProto.newBuilder().setName(last));
        }
        return model.setGraph(whole).build().toByteArray();
    }

    /** Whether rows or columns of the input have a name in place of a number. */
    boolean leavesSizeOpen() {
        return graph.getInput(0).getType().getTensorType().getShape().getDimList().stream()
                .skip(2)
                .anyMatch(Dimension::hasDimParam);
    }

    Path write(Path folder) {
        try {
            return Files.write(folder.resolve("model.onnx"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
