package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.GroupNorm;
import org.zfscope.models.layer.LayerNorm;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Normalisations by mean and variance of the picture itself. */
final class OnnxStandard {

    private OnnxStandard() {}

    /** Over all axes from the given one on; scale and shift may be missing where the graph spells it out. */
    static OnnxValue layerNorm(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        float epsilon = epsilon(node);
        Set<Side> over = over(node, maps);
        if ((covers(over, maps, Side.CHANNELS) && maps.shape().isFlat()) || over.equals(EnumSet.of(Side.CHANNELS))) {
            int channels = maps.shape().channels();
            return layers.alike(
                    node, new LayerNorm(numbers(node, 1, channels, 1), numbers(node, 2, channels, 0), epsilon), maps);
        }
        if (over.equals(EnumSet.of(Side.ROWS, Side.COLUMNS)) && !node.has(1)) {
            int channels = maps.shape().channels();
            return layers.alike(node, new GroupNorm(channels, all(channels, 1), new float[channels], epsilon), maps);
        }
        if (covers(over, maps, Side.CHANNELS) && covers(over, maps, Side.ROWS) && covers(over, maps, Side.COLUMNS)) {
            return whole(node, layers, maps, epsilon);
        }
        throw new IllegalArgumentException(say("models.onnx-standard.over", over));
    }

    /** What it normalises over: all axes from one on, or those that a norm that was spelled out names. */
    private static Set<Side> over(OnnxNode node, Maps maps) {
        Set<Side> over = EnumSet.noneOf(Side.class);
        int[] axes = node.integers(OnnxSpelledNorms.AXES);
        if (axes.length == 0) {
            int first = OnnxDims.axis(node.integer("axis", -1), maps.rank());
            over.addAll(maps.sides().subList(first, maps.rank()));
        }
        for (int axis : axes) {
            over.add(maps.side(axis));
        }
        return over;
    }

    private static boolean covers(Set<Side> over, Maps maps, Side side) {
        return over.contains(side) || side.of(maps.shape(), 1) == 1;
    }

    /** Everything of a picture together, then a scale and a shift for each value. */
    private static OnnxValue whole(OnnxNode node, OnnxLayers layers, Maps maps, float epsilon) {
        int channels = maps.shape().channels();
        GroupNorm norm = new GroupNorm(1, all(channels, 1), new float[channels], epsilon);
        Maps normalised = layers.alike(node, norm, maps);
        if (!node.has(1)) {
            return normalised;
        }
        return layers.alike(node, new Affine(values(node, 1, maps), values(node, 2, maps)), normalised);
    }

    private static Tensor values(OnnxNode node, int input, Maps maps) {
        if (!node.has(input)) {
            return Tensor.zeros(Shape.flat(1));
        }
        Floats floats = node.floats(input);
        if (!maps.isPlain() || floats.data().capacity() != maps.shape().size()) {
            throw new IllegalArgumentException(
                    say("models.onnx-norms.numbers-expected", maps.shape().size(), floats.described()));
        }
        return new Tensor(maps.shape(), floats.values());
    }

    /** With a scale and a shift for each group until opset 20, for each channel since. */
    static OnnxValue groupNorm(OnnxNode node, OnnxLayers layers) {
        Maps maps = channelsSecond(node);
        int groups = node.integer("num_groups", 1);
        int channels = maps.shape().channels();
        if (groups < 1 || channels % groups != 0) {
            throw new IllegalArgumentException(say("models.onnx-standard.groups", groups, maps.shape()));
        }
        return layers.alike(
                node,
                new GroupNorm(
                        groups,
                        perChannel(node, 1, groups, channels),
                        perChannel(node, 2, groups, channels),
                        epsilon(node)),
                maps);
    }

    private static float[] perChannel(OnnxNode node, int input, int groups, int channels) {
        float[] given = node.floats(input).values();
        if (given.length != groups || groups == channels) {
            return numbers(node, input, channels, 1);
        }
        float[] each = new float[channels];
        for (int c = 0; c < channels; c++) {
            each[c] = given[c / (channels / groups)];
        }
        return each;
    }

    static OnnxValue instanceNorm(OnnxNode node, OnnxLayers layers) {
        Maps maps = channelsSecond(node);
        int channels = maps.shape().channels();
        return layers.alike(
                node,
                new GroupNorm(channels, numbers(node, 1, channels, 1), numbers(node, 2, channels, 0), epsilon(node)),
                maps);
    }

    private static Maps channelsSecond(OnnxNode node) {
        Maps maps = node.maps(0);
        if (maps.rank() < 2 || maps.side(1) != Side.CHANNELS) {
            throw new IllegalArgumentException(say("models.onnx-norms.channels-second", maps.sides()));
        }
        return maps;
    }

    private static float epsilon(OnnxNode node) {
        float epsilon = node.real("epsilon", 1e-5f);
        if (epsilon < 0) {
            throw new IllegalArgumentException(say("models.onnx-standard.epsilon", epsilon));
        }
        return epsilon;
    }

    private static float[] numbers(OnnxNode node, int input, int count, float absent) {
        if (!node.has(input)) {
            return all(count, absent);
        }
        Floats floats = node.floats(input);
        if (floats.data().capacity() != count) {
            throw new IllegalArgumentException(say("models.onnx-norms.numbers-expected", count, floats.described()));
        }
        return floats.values();
    }

    private static float[] all(int count, float value) {
        float[] all = new float[count];
        Arrays.fill(all, value);
        return all;
    }
}
