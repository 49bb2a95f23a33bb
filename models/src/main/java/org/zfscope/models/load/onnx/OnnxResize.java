package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling;
import org.zfscope.models.layer.Sampling.Coordinates;
import org.zfscope.models.layer.Sampling.Interpolation;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/** Maps sampled anew: Upsample, and Resize since opset 10. */
final class OnnxResize {

    private static final int COORDINATES_SINCE = 11;

    private OnnxResize() {}

    /** Scales are an attribute until opset 8, an input since. */
    static OnnxValue upsample(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        float[] scales = node.has(1) ? node.floats(1).values() : node.reals("scales");
        return resized(node, layers, scales(maps, scales), sizes(layers.dims(maps), scales(maps, scales)));
    }

    /** Scales, or sizes, for all axes or for those that the node names. */
    static OnnxValue resize(OnnxNode node, OnnxLayers layers) {
        if (node.opset() < COORDINATES_SINCE) {
            return upsample(node, layers);
        }
        requirePlain(node);
        Maps maps = node.maps(0);
        long[] dims = layers.dims(maps);
        if (node.has(2)
                && node.input(2) instanceof Floats floats
                && floats.data().capacity() > 0) {
            float[] scales = scales(maps, spread(node, maps, floats.values()));
            return resized(node, layers, scales, sizes(dims, scales));
        }
        long[] given = node.ints(3).data();
        float[] named = new float[given.length];
        int[] axes = axes(node, maps, given.length);
        long[] sizes = dims.clone();
        for (int i = 0; i < given.length; i++) {
            sizes[axes[i]] = given[i];
            named[i] = (float) given[i] / dims[axes[i]];
        }
        return resized(node, layers, scales(maps, spread(node, maps, named)), sizes);
    }

    private static void requirePlain(OnnxNode node) {
        String policy = node.text("keep_aspect_ratio_policy", "stretch");
        if (node.integer("antialias", 0) != 0 || !policy.equals("stretch")) {
            throw new IllegalArgumentException(say("models.onnx-resize.antialias", policy));
        }
    }

    private static int[] axes(OnnxNode node, Maps maps, int count) {
        int[] axes = node.integers("axes");
        int[] all = axes.length == 0
                ? IntStream.range(0, maps.rank()).toArray()
                : Arrays.stream(axes).map(a -> OnnxDims.axis(a, maps.rank())).toArray();
        if (all.length != count) {
            throw new IllegalArgumentException(say("models.onnx-resize.count", all.length, count));
        }
        return all;
    }

    private static float[] spread(OnnxNode node, Maps maps, float[] given) {
        int[] axes = axes(node, maps, given.length);
        float[] all = new float[maps.rank()];
        Arrays.fill(all, 1);
        for (int i = 0; i < given.length; i++) {
            all[axes[i]] = given[i];
        }
        return all;
    }

    private static float[] scales(Maps maps, float[] scales) {
        if (scales.length != maps.rank()) {
            throw new IllegalArgumentException(say("models.onnx-resize.count", maps.rank(), scales.length));
        }
        for (int i = 0; i < scales.length; i++) {
            boolean moves = maps.side(i) == Side.ROWS || maps.side(i) == Side.COLUMNS;
            if (!(scales[i] > 0) || !Float.isFinite(scales[i]) || (!moves && scales[i] != 1)) {
                throw new IllegalArgumentException(say("models.onnx-resize.only-rows", Arrays.toString(scales)));
            }
        }
        return scales;
    }

    /** In single precision, as runtimes do. */
    private static long[] sizes(long[] dims, float[] scales) {
        long[] sizes = new long[dims.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = (long) (dims[i] * scales[i]);
        }
        return sizes;
    }

    private static OnnxValue resized(OnnxNode node, OnnxLayers layers, float[] scales, long[] sizes) {
        Maps maps = node.maps(0);
        Resize layer = new Resize(
                sampling(node, maps, Side.ROWS, scales, sizes), sampling(node, maps, Side.COLUMNS, scales, sizes));
        return layers.alike(node, layer, maps);
    }

    private static Sampling sampling(OnnxNode node, Maps maps, Side side, float[] scales, long[] sizes) {
        int at = maps.sides().indexOf(side);
        if (at < 0) {
            return new Sampling(1, 1, Coordinates.ASYMMETRIC, Interpolation.FLOOR);
        }
        Interpolation interpolation = interpolation(node);
        return new Sampling(Math.toIntExact(sizes[at]), scales[at], coordinates(node), interpolation);
    }

    private static Coordinates coordinates(OnnxNode node) {
        if (node.opset() < COORDINATES_SINCE) {
            return Coordinates.ASYMMETRIC;
        }
        String mode = node.text("coordinate_transformation_mode", "half_pixel");
        return switch (mode) {
            case "half_pixel" -> Coordinates.HALF_PIXEL;
            case "pytorch_half_pixel" -> Coordinates.PYTORCH_HALF_PIXEL;
            case "asymmetric" -> Coordinates.ASYMMETRIC;
            case "align_corners" -> Coordinates.ALIGN_CORNERS;
            case "half_pixel_symmetric" -> Coordinates.HALF_PIXEL_SYMMETRIC;
            case "tf_half_pixel_for_nn" -> Coordinates.TF_HALF_PIXEL_FOR_NN;
            default -> throw new IllegalArgumentException(say("models.onnx-resize.mode", mode));
        };
    }

    private static Interpolation interpolation(OnnxNode node) {
        String mode = node.text("mode", "nearest");
        return switch (mode) {
            case "nearest" -> neighbour(node);
            case "linear", "bilinear" -> Interpolation.LINEAR;
            default -> throw new IllegalArgumentException(say("models.onnx-resize.mode", mode));
        };
    }

    private static Interpolation neighbour(OnnxNode node) {
        if (node.opset() < COORDINATES_SINCE) {
            return Interpolation.FLOOR;
        }
        String mode = node.text("nearest_mode", "round_prefer_floor");
        return switch (mode) {
            case "round_prefer_floor" -> Interpolation.ROUND_DOWN_AT_HALF;
            case "round_prefer_ceil" -> Interpolation.ROUND_UP_AT_HALF;
            case "floor" -> Interpolation.FLOOR;
            case "ceil" -> Interpolation.CEIL;
            default -> throw new IllegalArgumentException(say("models.onnx-resize.mode", mode));
        };
    }
}
