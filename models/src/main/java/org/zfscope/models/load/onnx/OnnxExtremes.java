package org.zfscope.models.load.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.load.Extremes;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** The largest, smallest or mean of maps and constants, which are spread over each other. */
final class OnnxExtremes {

    private OnnxExtremes() {}

    static OnnxValue max(OnnxNode node, OnnxLayers layers) {
        Maps found = new Extremes<>(new Making(node, layers)).largest(List.of(maps(node)));
        for (int i : constants(node)) {
            found = OnnxActivations.isNumber(node, i)
                    ? OnnxActivations.atLeast(node, layers, found, i)
                    : larger(node, layers, found, OnnxFactors.of(node.floats(i), found));
        }
        return found;
    }

    static OnnxValue min(OnnxNode node, OnnxLayers layers) {
        Maps found = new Extremes<>(new Making(node, layers)).smallest(List.of(maps(node)));
        for (int i : constants(node)) {
            found = OnnxActivations.isNumber(node, i)
                    ? OnnxActivations.atMost(node, layers, found, i)
                    : smaller(node, layers, found, OnnxFactors.of(node.floats(i), found));
        }
        return found;
    }

    /** The sum over how many they are. */
    static OnnxValue mean(OnnxNode node, OnnxLayers layers) {
        Maps sum = OnnxArithmetic.sum(node, layers);
        int channels = sum.shape().channels();
        float[] share = new float[channels];
        Arrays.fill(share, 1f / node.inputs());
        return node.inputs() == 1
                ? sum
                : layers.add(node.name() + "_mean", new BatchNorm(share, new float[channels]), sum.sides(), sum);
    }

    /** c + relu(x - c). */
    private static Maps larger(OnnxNode node, OnnxLayers layers, Maps maps, OnnxFactors constants) {
        Affine over = Affine.shift(constants.each(v -> -v).tensor());
        Maps gain = positive(node, layers, maps, over);
        return layers.add(node.name(), Affine.shift(constants.tensor()), maps.sides(), gain);
    }

    /** c - relu(c - x). */
    private static Maps smaller(OnnxNode node, OnnxLayers layers, Maps maps, OnnxFactors constants) {
        Affine under = new Affine(constants.all(-1).tensor(), constants.tensor());
        return layers.add(node.name(), under, maps.sides(), positive(node, layers, maps, under));
    }

    private static Maps positive(OnnxNode node, OnnxLayers layers, Maps maps, Layer difference) {
        Maps more = layers.add(node.name() + "_difference", difference, maps.sides(), maps);
        return layers.add(node.name() + "_gain", new Relu(), maps.sides(), more);
    }

    private static Maps[] maps(OnnxNode node) {
        return OnnxArithmetic.alike(
                IntStream.range(0, node.inputs()).filter(node::isMaps).toArray(), node);
    }

    private static int[] constants(OnnxNode node) {
        return IntStream.range(0, node.inputs()).filter(i -> !node.isMaps(i)).toArray();
    }

    private record Making(OnnxNode node, OnnxLayers layers) implements Extremes.Making<Maps> {

        @Override
        public Maps part(String ending, Layer layer, List<Maps> inputs) {
            return add(node.name() + "_" + ending, layer, inputs);
        }

        @Override
        public Maps last(Layer layer, List<Maps> inputs) {
            return add(node.name(), layer, inputs);
        }

        private Maps add(String name, Layer layer, List<Maps> inputs) {
            return layers.add(name, layer, inputs.get(0).sides(), inputs.toArray(Maps[]::new));
        }
    }
}
