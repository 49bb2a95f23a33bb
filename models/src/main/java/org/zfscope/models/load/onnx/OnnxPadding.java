package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.BorderPadding.Border;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;

/** A frame around the maps: of one number, or made from the map; a frame of negative width cuts off. */
final class OnnxPadding {

    /** Beyond it a frame's number would swallow the maps' digits. */
    private static final float MOST = 1e4f;

    private OnnxPadding() {}

    /** Pads are an attribute until opset 10, an input since, and since opset 18 may be for some axes only. */
    static OnnxValue pad(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        Frame frame = frame(node, maps);
        Maps kept = frame.cuts() ? cut(node, layers, frame, maps) : maps;
        Frame grown = frame.grown();
        if (grown.isNothing()) {
            return kept;
        }
        String mode = node.text("mode", "constant");
        return switch (mode) {
            case "constant" -> constant(node, layers, grown, kept);
            case "reflect" -> layers.alike(node, grown.of(Border.REFLECT), kept);
            case "edge" -> layers.alike(node, grown.of(Border.EDGE), kept);
            case "wrap" -> layers.alike(node, grown.of(Border.WRAP), kept);
            default -> throw new IllegalArgumentException(say("models.onnx-padding.mode", mode));
        };
    }

    private record Frame(int top, int left, int bottom, int right) {

        boolean cuts() {
            return Math.min(Math.min(top, left), Math.min(bottom, right)) < 0;
        }

        Frame grown() {
            return new Frame(Math.max(0, top), Math.max(0, left), Math.max(0, bottom), Math.max(0, right));
        }

        boolean isNothing() {
            return top == 0 && left == 0 && bottom == 0 && right == 0;
        }

        BorderPadding of(Border border) {
            return new BorderPadding(border, top, left, bottom, right);
        }
    }

    private static Frame frame(OnnxNode node, Maps maps) {
        int[] pads = node.integers("pads", 1);
        int[] axes = node.has(3)
                ? Arrays.stream(node.integers("axes", 3))
                        .map(axis -> OnnxDims.axis(axis, maps.rank()))
                        .toArray()
                : IntStream.range(0, maps.rank()).toArray();
        int[] before = new int[maps.rank()];
        int[] after = new int[maps.rank()];
        boolean fits = pads.length == 2 * axes.length;
        for (int i = 0; fits && i < axes.length; i++) {
            before[axes[i]] = pads[i];
            after[axes[i]] = pads[i + axes.length];
        }
        for (int i = 0; i < maps.rank(); i++) {
            boolean moves = maps.side(i) == Side.ROWS || maps.side(i) == Side.COLUMNS;
            fits &= moves || (before[i] == 0 && after[i] == 0);
        }
        if (!fits) {
            throw new IllegalArgumentException(say("models.onnx-pools.only-rows-columns-can", Arrays.toString(pads)));
        }
        int rows = maps.sides().indexOf(Side.ROWS);
        int columns = maps.sides().indexOf(Side.COLUMNS);
        return new Frame(at(before, rows), at(before, columns), at(after, rows), at(after, columns));
    }

    private static int at(int[] pads, int axis) {
        return axis < 0 ? 0 : pads[axis];
    }

    private static Maps cut(OnnxNode node, OnnxLayers layers, Frame frame, Maps maps) {
        Shape shape = maps.shape();
        int[] rows = line(frame.top(), frame.bottom(), shape.height());
        int[] columns = line(frame.left(), frame.right(), shape.width());
        return layers.alike(node, new SelectPixels(rows, columns), maps);
    }

    /** The positions that are left. */
    private static int[] line(int before, int after, int side) {
        int first = Math.max(0, Math.negateExact(before));
        int end = Math.subtractExact(side, Math.max(0, Math.negateExact(after)));
        return IntStream.range(first, end).toArray();
    }

    /** With another number than zero around them: the maps less that number, framed by zeros, plus it. */
    private static OnnxValue constant(OnnxNode node, OnnxLayers layers, Frame frame, Maps maps) {
        float value = node.has(2) ? node.floats(2).data().get(0) : node.real("value", 0);
        OnnxLayers.requireBounded(
                say("models.onnx-window.padding", node.name()),
                maps.shape().channels(),
                (long) maps.shape().height() + frame.top() + frame.bottom(),
                (long) maps.shape().width() + frame.left() + frame.right());
        ZeroPadding padding = new ZeroPadding(frame.top(), frame.left(), frame.bottom(), frame.right());
        if (value == 0) {
            return layers.alike(node, padding, maps);
        }
        if (!(Math.abs(value) <= MOST)) {
            throw new IllegalArgumentException(say("models.onnx-padding.value", value));
        }
        Maps less = layers.alike(node, shift(maps, -value), maps);
        return layers.alike(node, shift(maps, value), layers.alike(node, padding, less));
    }

    private static BatchNorm shift(Maps maps, float by) {
        float[] scale = new float[maps.shape().channels()];
        float[] shift = new float[scale.length];
        Arrays.fill(scale, 1);
        Arrays.fill(shift, by);
        return new BatchNorm(scale, shift);
    }
}
