package org.zfscope.models.load.onnx;

import java.nio.file.Path;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.load.SmallNet;

/** The small network as ONNX. */
public final class OnnxSmallNet {

    private OnnxSmallNet() {}

    public static Network open(SmallNet net, Path folder) {
        OnnxModel model = OnnxModel.of(13, 1, 3, 10, 10)
                .weights("w1", net.conv1(), 6, 3, 3, 3)
                .weights("b1", net.bias1(), 6)
                .weights("w2", net.conv2(), 5, 6, 3, 3)
                .weights("b2", net.bias2(), 5)
                .weights("w3", net.dense(), 7, 80)
                .weights("b3", net.bias3(), 7)
                .node("Conv", "conv1", List.of("x", "w1", "b1"))
                .node("Relu", "relu1", List.of("conv1"))
                .node("MaxPool", "pool1", List.of("relu1"), two("kernel_shape"), two("strides"))
                .node("Conv", "conv2", List.of("pool1", "w2", "b2"), OnnxModel.ints("pads", List.of(1, 1, 1, 1)))
                .node("Relu", "relu2", List.of("conv2"))
                .node("Flatten", "flat", List.of("relu2"))
                .node("Gemm", "fc", List.of("flat", "w3", "b3"), OnnxModel.integer("transB", 1))
                .node("Softmax", "prob", List.of("fc"));
        return new OnnxLoader().load(model.write(folder));
    }

    private static onnx.Onnx.AttributeProto two(String name) {
        return OnnxModel.ints(name, List.of(2, 2));
    }
}
