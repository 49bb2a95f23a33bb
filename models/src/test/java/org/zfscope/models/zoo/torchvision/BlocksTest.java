package org.zfscope.models.zoo.torchvision;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.tensor.Geometry;

/** Small networks of torchvision 0.26 and timm 1.0.29 with PyTorch's scores: our blocks with their weights give the same. */
class BlocksTest {

    @Test
    void blocksOfDenseNets() throws IOException {
        Path folder = SharedData.require("exports/densenet");
        ExportedTensors.read(
                        folder.resolve("dynamo.onnx"),
                        norm -> norm.endsWith("norm0") ? "features.conv0" : norm.replace(".norm2", ".conv1"))
                .assertScores(DenseNet.parts(32, List.of(3, 4, 3, 2), 16, 10), folder);
    }

    /** timm's test network differs from ours in its stem and in the means before a shortcut's convolution. */
    @Test
    void blocksOfResidualNetworks() throws IOException {
        Path folder = SharedData.require("exports/timm_test_resnet");
        Modules made = new Modules();
        String top = stem(made, "conv1.0", "conv1.1", Network.INPUT, 16, 2);
        top = stem(made, "conv1.3", "conv1.4", top, 16, 1);
        top = stem(made, "conv1.6", "bn1", top, 32, 1);
        top = made.maxPool("maxpool", top, Geometry.square(3, 2, 1));
        top = sum(made, "layer1.0", ResNet.two(made, "layer1.0", top, 32, 1), top);
        top = pooled(made, "layer2.0", ResNet.two(made, "layer2.0", top, 48, 2), top, 48);
        top = pooled(made, "layer3.0", ResNet.three(made, "layer3.0", top, 48, 2), top, 192);
        top = pooled(made, "layer4.0", ResNet.two(made, "layer4.0", top, 96, 2), top, 96);
        made.dense("fc", made.means("avgpool", top), 10);
        ExportedTensors.read(folder.resolve("dynamo.onnx"), BlocksTest::convolution)
                .assertScores(made.parts(), folder);
    }

    private static String stem(Modules made, String conv, String norm, String from, int filters, int stride) {
        String top = made.plainConv(conv, from, filters, Geometry.square(3, stride, 1));
        return made.relu(norm + ".relu", made.norm(norm, top));
    }

    private static String sum(Modules made, String name, String top, String shortcut) {
        return made.relu(name + ".act", made.sum(name + ".add", top, shortcut));
    }

    private static String pooled(Modules made, String name, String top, String from, int wide) {
        AveragePool means = new AveragePool(Geometry.square(2, 2, 0), Divisor.KERNEL);
        String shortcut = made.plain(name + ".downsample.0", means, from);
        shortcut = made.plainConv(name + ".downsample.1", shortcut, wide, Geometry.square(1, 1, 0));
        return sum(made, name, top, made.norm(name + ".downsample.2", shortcut));
    }

    private static String convolution(String norm) {
        return switch (norm) {
            case "conv1.1" -> "conv1.0";
            case "conv1.4" -> "conv1.3";
            case "bn1" -> "conv1.6";
            default -> norm.replace("downsample.2", "downsample.1").replace(".bn", ".conv");
        };
    }
}
