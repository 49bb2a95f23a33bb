package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.zfscope.models.Network.Node;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** The layers of a loaded network in DL4J's terms, with as many units in the last dense one as there are classes. */
final class PretrainedLayers {

    private final PretrainedNetwork foundation;
    private final int classes;

    PretrainedLayers(PretrainedNetwork foundation, int classes) {
        this.foundation = foundation;
        this.classes = classes;
    }

    Architecture architecture(long seed) {
        Shape input = foundation.network().input();
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(seed)
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .list();
        foundation.nodes().forEach(node -> layer(node).ifPresent(layer -> {
            layer.setLayerName(node.name());
            list.layer(layer);
        }));
        list.layer(new LossLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                .activation(Activation.SOFTMAX)
                .name("probability")
                .build());
        return new Architecture.Row(
                list.setInputType(InputType.convolutionalFlat(input.height(), input.width(), input.channels()))
                        .build());
    }

    /** Empty for what DL4J does by itself, and for the softmax, which is part of the loss. */
    private Optional<Layer> layer(Node node) {
        Shape input = foundation.network().shape(node.inputs().get(0));
        if (node.layer() instanceof Flatten || node.layer() instanceof Softmax) {
            return Optional.empty();
        } else if (node.layer() instanceof Convolution c && c.groups() == 1) {
            return Optional.of(convolution(node, c, input));
        } else if (node.layer() instanceof Dense d) {
            int units = node.name().equals(foundation.top()) ? classes : d.units();
            return Optional.of(new DenseLayer.Builder().nOut(units).build());
        } else if (node.layer() instanceof MaxPool p) {
            return Optional.of(pool(node, PoolingType.MAX, p.geometry(), input));
        } else if (node.layer() instanceof AveragePool p) {
            return Optional.of(pool(node, PoolingType.AVG, p.geometry(), input));
        } else if (node.layer() instanceof LocalResponseNorm n) {
            return Optional.of(new LocalResponseNormalization.Builder(n.k(), n.size(), n.alpha(), n.beta()).build());
        } else if (node.layer() instanceof Relu) {
            return Optional.of(new ActivationLayer(Activation.RELU));
        } else if (node.layer() instanceof Dropout d && d.rate() < 1) {
            return Optional.of(new DropoutLayer(1 - d.rate())); // DL4J takes the part that is kept
        }
        throw cannot(node, node.layer().getClass().getSimpleName());
    }

    private static Layer convolution(Node node, Convolution c, Shape input) {
        Axis y = c.geometry().vertical();
        Axis x = c.geometry().horizontal();
        if (y.dilation() * x.dilation() != 1) {
            throw cannot(node, say("models.pretrained-layers.dilated-convolution"));
        }
        return new ConvolutionLayer.Builder(y.kernel(), x.kernel())
                .stride(y.stride(), x.stride())
                .padding(y.before(), x.before())
                .convolutionMode(mode(node, c.geometry(), input))
                .nOut(c.filters())
                .build();
    }

    private static Layer pool(Node node, PoolingType type, Geometry geometry, Shape input) {
        Axis y = geometry.vertical();
        Axis x = geometry.horizontal();
        return new SubsamplingLayer.Builder(type)
                .kernelSize(y.kernel(), x.kernel())
                .stride(y.stride(), x.stride())
                .padding(y.before(), x.before())
                .convolutionMode(mode(node, geometry, input))
                .build();
    }

    /** How DL4J lays the same windows. */
    private static ConvolutionMode mode(Node node, Geometry geometry, Shape input) {
        if (truncates(geometry.vertical(), input.height()) && truncates(geometry.horizontal(), input.width())) {
            return ConvolutionMode.Truncate;
        }
        if (same(geometry.vertical(), input.height()) && same(geometry.horizontal(), input.width())) {
            return ConvolutionMode.Same;
        }
        throw cannot(node, say("models.pretrained-layers.windows-dl4j-cannot-lay"));
    }

    private static boolean truncates(Axis axis, int side) {
        return axis.windows(side) == (side + 2 * axis.before() - axis.kernel()) / axis.stride() + 1;
    }

    private static boolean same(Axis axis, int side) {
        int windows = -Math.floorDiv(-side, axis.stride());
        int padding = Math.max(0, (windows - 1) * axis.stride() + axis.kernel() - side);
        return axis.windows(side) == windows && axis.before() == padding / 2;
    }

    private static InputException cannot(Node node, String what) {
        return new InputException(say("models.pretrained-layers.layer-cannot-trained-further", node.name(), what));
    }
}
