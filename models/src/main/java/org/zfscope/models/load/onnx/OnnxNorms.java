package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Operators that change each number by what is around it, or at random: norms, softmax, dropout. */
final class OnnxNorms {

    private static final int SOFTMAX_BY_AXIS = 13;

    private OnnxNorms() {}

    static OnnxValue dropout(OnnxNode node, OnnxLayers layers) {
        return layers.alike(node, new Dropout(rate(node)), node.maps(0));
    }

    /** An input since opset 12, an attribute before. */
    private static double rate(OnnxNode node) {
        return node.has(1) && node.input(1) instanceof Floats floats
                ? floats.values()[0]
                : node.real("ratio", (float) Dropout.USUAL);
    }

    static OnnxValue batchNorm(OnnxNode node, OnnxLayers layers) {
        if (node.integer("training_mode", 0) != 0 || node.integer("spatial", 1) == 0) {
            throw new IllegalArgumentException(say("models.onnx-norms.only-batch-norms-statistics"));
        }
        float[][] gammaBetaMeanVariance = new float[4][];
        int channels = node.maps(0).shape().channels();
        for (int i = 0; i < 4; i++) {
            gammaBetaMeanVariance[i] = node.floats(i + 1).values();
            if (gammaBetaMeanVariance[i].length != channels) {
                throw new IllegalArgumentException(say(
                        "models.onnx-norms.numbers-expected",
                        channels,
                        node.floats(i + 1).described()));
            }
        }
        float epsilon = node.real("epsilon", 1e-5f);
        for (float variance : gammaBetaMeanVariance[3]) {
            if (variance + epsilon <= 0) {
                throw new IllegalArgumentException(say("models.onnx-norms.variance-positive", variance));
            }
        }
        requireChannelsSecond(node.maps(0));
        BatchNorm layer = BatchNorm.of(
                gammaBetaMeanVariance[0],
                gammaBetaMeanVariance[1],
                gammaBetaMeanVariance[2],
                gammaBetaMeanVariance[3],
                epsilon);
        return layers.alike(node, layer, node.maps(0));
    }

    /** ONNX divides alpha by the window's size. */
    static OnnxValue lrn(OnnxNode node, OnnxLayers layers) {
        requireChannelsSecond(node.maps(0));
        int size = node.integer("size", 0);
        float alpha = node.real("alpha", 1e-4f) / size;
        LocalResponseNorm layer = new LocalResponseNorm(size, alpha, node.real("beta", 0.75f), node.real("bias", 1));
        return layers.alike(node, layer, node.maps(0));
    }

    /** Until opset 12 an axis stood for itself and all after it. */
    static OnnxValue softmax(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        boolean byAxis = node.opset() >= SOFTMAX_BY_AXIS;
        int axis = OnnxDims.axis(node.integer("axis", byAxis ? -1 : 1), maps.rank());
        if (maps.side(axis) != Side.CHANNELS || !(byAxis || maps.shape().isFlat())) {
            throw new NoLayerException(say("models.onnx-norms.only-softmax-over-channels", axis, maps.shape()));
        }
        return layers.alike(node, new Softmax(), maps);
    }

    /** The logarithm of a softmax, as two layers. */
    static OnnxValue logSoftmax(OnnxNode node, OnnxLayers layers) {
        Maps probabilities = (Maps) softmax(node, layers);
        return layers.alike(node, new Activation(new Curve.Log()), probabilities);
    }

    private static void requireChannelsSecond(Maps maps) {
        if (maps.rank() < 2 || maps.side(1) != Side.CHANNELS) {
            throw new IllegalArgumentException(say("models.onnx-norms.channels-second", maps.sides()));
        }
    }
}
