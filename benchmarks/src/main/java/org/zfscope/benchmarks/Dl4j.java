package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.benchmarks.Vgg16.Block;
import org.zfscope.models.Network;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** DL4J's own way forward, as it ships. Its ReLU is part of its convolution, so it keeps fewer activations than zfscope. */
final class Dl4j implements Contender {

    private final ComputationGraph graph;
    private final INDArray picture;
    private Map<String, INDArray> last = Map.of();

    Dl4j(Path folder) throws IOException {
        graph = new ComputationGraph(configuration());
        graph.init();
        for (Block c : Vgg16.convolutions()) {
            graph.setParam(c.relu() + "_W", Native.copyOf(Vgg16.weights(folder, c), c.filters(), c.channels(), 3, 3));
            graph.setParam(c.relu() + "_b", Native.copyOf(Vgg16.bias(folder, c), 1, c.filters()));
        }
        Tensor one = Vgg16.picture(folder);
        picture = Native.copyOf(one.values(), one.shape().batch(1));
    }

    private static ComputationGraphConfiguration configuration() {
        ComputationGraphConfiguration.GraphBuilder builder =
                new NeuralNetConfiguration.Builder().graphBuilder().addInputs(Network.INPUT);
        String from = Network.INPUT;
        for (Block c : Vgg16.convolutions()) {
            builder.addLayer(c.relu(), convolution(c), from);
            from = c.relu();
            if (c.last()) {
                builder.addLayer(
                        c.pool(), new SubsamplingLayer.Builder(new int[] {2, 2}, new int[] {2, 2}).build(), from);
                from = c.pool();
            }
        }
        return builder.setOutputs(from)
                .setInputTypes(InputType.convolutional(Vgg16.SIDE, Vgg16.SIDE, 3))
                .build();
    }

    private static ConvolutionLayer convolution(Block c) {
        return new ConvolutionLayer.Builder(3, 3)
                .nIn(c.channels())
                .nOut(c.filters())
                .padding(1, 1)
                .activation(Activation.RELU)
                .build();
    }

    @Override
    public double forward() {
        close();
        long start = System.nanoTime();
        last = graph.feedForward(picture, false);
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public Answer output(String layer) {
        INDArray output = last.get(layer);
        if (output == null) {
            throw new IllegalArgumentException("no layer " + layer);
        }
        INDArray dense = output.dup('c');
        Shape shape = new Shape((int) output.size(1), (int) output.size(2), (int) output.size(3));
        Answer answer = Answer.of(0, new Tensor(shape, dense.data().asFloat()));
        dense.close();
        return answer;
    }

    @Override
    public void close() {
        last.forEach((layer, output) -> {
            if (!layer.equals(Network.INPUT)) {
                output.close();
            }
        });
        last = Map.of();
    }
}
