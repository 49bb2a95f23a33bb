package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.layer.Add;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/**
 * Adaptive pools whose windows do not fill the map evenly, as PyTorch spells them: every window's positions are gathered on
 * axes of their own, and then the mean is taken over those. Here they become a sum of maps, one for each position in a window.
 */
final class OnnxAdaptive {

    /** Positions that a window may have. */
    private static final int MOST = 256;

    private OnnxAdaptive() {}

    /** The mean over some axes of numbers that have more axes than maps. */
    static OnnxValue mean(OnnxNode node, OnnxPicked picked, OnnxLayers layers) {
        int rank = picked.dims().length;
        List<Integer> axes = Arrays.stream(node.integers("axes", 1))
                .mapToObj(axis -> OnnxDims.axis(axis, rank))
                .distinct()
                .toList();
        long positions = axes.stream().mapToLong(axis -> picked.dims()[axis]).reduce(1, Math::multiplyExact);
        if (axes.isEmpty() || positions < 1 || positions > MOST) {
            throw new IllegalArgumentException(say("models.onnx-adaptive.positions", positions, MOST));
        }
        long[] dims = left(picked.dims(), axes, node.integer("keepdims", 1) != 0);
        List<OnnxPicked> parts = parts(node, picked, axes).stream()
                .map(part -> part.under(node, dims))
                .toList();
        return parts.size() == 1 ? parts.get(0) : mean(node, parts, layers);
    }

    private static long[] left(long[] dims, List<Integer> axes, boolean keep) {
        return IntStream.range(0, dims.length)
                .filter(axis -> keep || !axes.contains(axis))
                .mapToLong(axis -> axes.contains(axis) ? 1 : dims[axis])
                .toArray();
    }

    /** One for each position on the axes. */
    private static List<OnnxPicked> parts(OnnxNode node, OnnxPicked picked, List<Integer> axes) {
        List<OnnxPicked> parts = List.of(picked);
        for (int axis : axes) {
            parts = parts.stream().flatMap(part -> along(node, part, axis)).toList();
        }
        return parts;
    }

    private static Stream<OnnxPicked> along(OnnxNode node, OnnxPicked part, int axis) {
        return IntStream.range(0, Math.toIntExact(part.dims()[axis]))
                .mapToObj(i -> part.picked(node, OnnxPicks.along(part.dims(), axis, i)));
    }

    private static Maps mean(OnnxNode node, List<OnnxPicked> parts, OnnxLayers layers) {
        Maps[] maps = parts.stream()
                .map(part -> OnnxSettling.settled(part, node, layers))
                .toArray(Maps[]::new);
        Maps sum = layers.add(node.name(), new Add(), maps[0].sides(), maps);
        return layers.alike(node, OnnxFactors.one(1f / maps.length).scaling(sum), sum);
    }
}
