package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.Pooling2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.ZeroPadding;

/** One layer of a DL4J configuration to our layers. */
final class Dl4jLayers {

    /** Exactly these: a subclass computes something else. */
    private static final Set<Class<?>> KNOWN = Set.of(
            ActivationLayer.class,
            BatchNormalization.class,
            CnnLossLayer.class,
            Convolution2D.class,
            ConvolutionLayer.class,
            DenseLayer.class,
            DropoutLayer.class,
            GlobalPoolingLayer.class,
            LocalResponseNormalization.class,
            LossLayer.class,
            OutputLayer.class,
            Pooling2D.class,
            SubsamplingLayer.class,
            ZeroPaddingLayer.class);

    private Dl4jLayers() {}

    /** Refuses what is not supported, by name. */
    static void require(Layer layer) {
        if (!KNOWN.contains(layer.getClass())) {
            throw new IllegalArgumentException(say(
                    "models.dl4j-layers.dl4js-supported-supported",
                    layer.getClass().getSimpleName(),
                    KNOWN.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(", "))));
        }
    }

    /** Whether the layer takes maps for the vector that they make. */
    static boolean takesMapsAsVector(Layer layer) {
        return layer instanceof DenseLayer
                || layer instanceof OutputLayer
                || layer instanceof DropoutLayer
                || (layer instanceof ActivationLayer activation
                        && !(activation.getActivationFn() instanceof ActivationSoftmax));
    }

    static Dl4jStep step(Layer layer, Dl4jValue input, Dl4jParameters parameters) {
        require(layer);
        if (layer instanceof ConvolutionLayer convolution) {
            CNN2DFormat order = convolution.getCnn2dDataFormat();
            boolean columnsLast = order == CNN2DFormat.NCHW;
            return new Dl4jStep(
                    Optional.of(Dl4jWeights.convolution(convolution, input.shape(), parameters)),
                    activation(convolution.getActivationFn(), columnsLast),
                    false,
                    order);
        }
        if (layer instanceof DenseLayer dense) {
            if (dense.hasLayerNorm()) {
                throw new IllegalArgumentException(say("models.dl4j-layers.layer-normalisation-supported"));
            }
            return dense(dense.getNIn(), dense.getNOut(), dense.hasBias(), dense.getActivationFn(), input, parameters);
        }
        if (layer instanceof OutputLayer output) {
            return dense(
                    output.getNIn(), output.getNOut(), output.hasBias(), output.getActivationFn(), input, parameters);
        }
        if (layer instanceof BatchNormalization norm) {
            return Dl4jStep.like(input, Optional.of(Dl4jWeights.batchNorm(norm, parameters)), Optional.empty());
        }
        return withoutWeights(layer, input);
    }

    private static Dl4jStep dense(
            long nIn, long nOut, boolean bias, IActivation function, Dl4jValue input, Dl4jParameters parameters) {
        return new Dl4jStep(
                Optional.of(Dl4jWeights.dense(nIn, nOut, bias, input, parameters)),
                activation(function, false),
                true,
                CNN2DFormat.NCHW);
    }

    private static Dl4jStep withoutWeights(Layer layer, Dl4jValue input) {
        boolean columnsLast = !input.vector() && input.order() == CNN2DFormat.NCHW;
        if (layer instanceof ActivationLayer activation) {
            return Dl4jStep.like(input, Optional.empty(), activation(activation.getActivationFn(), columnsLast));
        }
        if (layer instanceof LossLayer loss) {
            return Dl4jStep.like(input, Optional.empty(), activation(loss.getActivationFn(), columnsLast));
        }
        if (layer instanceof CnnLossLayer loss) {
            return Dl4jStep.like(input, Optional.empty(), activation(loss.getActivationFn(), false));
        }
        if (layer instanceof SubsamplingLayer pool) {
            return Dl4jStep.like(input, Optional.of(Dl4jPools.pool(pool, input.shape())), Optional.empty());
        }
        if (layer instanceof GlobalPoolingLayer pool) {
            return new Dl4jStep(
                    Optional.of(Dl4jPools.global(pool, input.shape())),
                    Optional.empty(),
                    pool.isCollapseDimensions(),
                    input.order());
        }
        return Dl4jStep.like(input, Optional.of(plain(layer)), Optional.empty());
    }

    private static org.zfscope.models.layer.Layer plain(Layer layer) {
        if (layer instanceof LocalResponseNormalization norm) {
            // DL4J counts n/2 maps on each side, so an even n reaches as far as the next odd one
            int size = 2 * ((int) norm.getN() / 2) + 1;
            return new LocalResponseNorm(size, (float) norm.getAlpha(), (float) norm.getBeta(), (float) norm.getK());
        }
        if (layer instanceof ZeroPaddingLayer zeros) {
            int[] p = zeros.getPadding(); // top, bottom, left, right
            Dl4jVertex.requireNumbers("padding", 4, p);
            return new ZeroPadding(p[0], p[2], p[1], p[3]);
        }
        return dropout(layer.getIDropout());
    }

    /** DL4J states the part that is kept; what else it may do in training instead is nothing afterwards, too. */
    private static Dropout dropout(@Nullable IDropout configured) {
        return configured instanceof org.deeplearning4j.nn.conf.dropout.Dropout d && d.getP() > 0 && d.getP() <= 1
                ? new Dropout(1 - d.getP())
                : new Dropout();
    }

    /** DL4J's softmax runs over the last dimension, which must be the channels for it to make sense. */
    private static Optional<org.zfscope.models.layer.Layer> activation(IActivation function, boolean columnsLast) {
        Optional<org.zfscope.models.layer.Layer> layer = Dl4jActivations.layer(function);
        if (columnsLast && layer.filter(Softmax.class::isInstance).isPresent()) {
            throw new IllegalArgumentException(say("models.dl4j-layers.dl4j-takes-softmax-over"));
        }
        return layer;
    }
}
