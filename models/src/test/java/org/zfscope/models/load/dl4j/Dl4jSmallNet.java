package org.zfscope.models.load.dl4j;

import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.Network;
import org.zfscope.models.load.SmallNet;

/** The small network as DL4J writes it. */
public final class Dl4jSmallNet {

    private Dl4jSmallNet() {}

    public static Network open(SmallNet net, Path folder) throws IOException {
        MultiLayerNetwork made = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .activation(Activation.RELU)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(6).build())
                .layer(new SubsamplingLayer.Builder(new int[] {2, 2}, new int[] {2, 2}).build())
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(5).padding(1, 1).build())
                .layer(new OutputLayer.Builder()
                        .activation(Activation.SOFTMAX)
                        .nOut(7)
                        .build())
                .setInputType(InputType.convolutional(10, 10, 3))
                .build());
        made.init();
        set(made, 0, "W", net.conv1(), 6, 3, 3, 3);
        set(made, 0, "b", net.bias1(), 1, 6);
        set(made, 2, "W", net.conv2(), 5, 6, 3, 3);
        set(made, 2, "b", net.bias2(), 1, 5);
        set(made, 3, "W", net.denseTransposed(), 80, 7);
        set(made, 3, "b", net.bias3(), 1, 7);
        Path file = folder.resolve("small.zip");
        ModelSerializer.writeModel(made, file.toFile(), false);
        return new Dl4jZipLoader().load(file);
    }

    private static void set(MultiLayerNetwork made, int layer, String name, float[] values, long... sides) {
        made.getLayer(layer).setParam(name, Nd4j.create(values, sides, 'c'));
    }
}
