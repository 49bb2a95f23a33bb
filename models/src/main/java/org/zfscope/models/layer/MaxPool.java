package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The maximum of each window. Padding never wins, ties go to the first in row-major order, windows may overlap. */
public record MaxPool(Geometry geometry) implements Layer {

    /** A pool's output and where each of its values came from. The caller closes the values. */
    public record Pooled(INDArray values, Switches switches) {}

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        return geometry.pooled(input);
    }

    @Override
    public INDArray forward(List<INDArray> inputs) {
        return pool(inputs.get(0)).values();
    }

    /** The way forward that records the switches. */
    public Pooled pool(INDArray input) {
        Shape from = Native.shape(input);
        Shape to = outputShape(List.of(from));
        int[] at = new int[Math.toIntExact(input.size(0) * to.size())];
        INDArray values = Maps.each(input, to, (map, in, out) -> {
            for (int y = 0; y < to.height(); y++) {
                int row = map * to.area() + y * to.width();
                strongest(in, from, y, at, row, to.width());
                for (int x = 0; x < to.width(); x++) {
                    out[y * to.width() + x] = in[at[row + x]];
                }
            }
        });
        return new Pooled(values, new Switches(to, at));
    }

    /**
     * Finds the strongest position of each window of output row y, from {@code at[first]} on. It sweeps over the row's
     * windows once for each position in a window, and never branches on a value: that is a coin toss, which processors
     * guess wrong half of the time.
     */
    private void strongest(float[] map, Shape shape, int y, int[] at, int first, int windows) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        int top = v.firstInside(y);
        int bottom = Math.min(v.start(y) + v.extent(), shape.height());
        for (int x = 0; x < windows; x++) {
            at[first + x] = top * shape.width() + h.firstInside(x);
        }
        for (int row = top; row < bottom; row += v.dilation()) {
            for (int k = 0; k < h.kernel(); k++) {
                int column = h.start(0) + k * h.dilation();
                int from = Math.max(0, -Math.floorDiv(column, h.stride()));
                int to = Math.min(windows, Math.floorDiv(shape.width() - 1 - column, h.stride()) + 1);
                challenge(
                        map,
                        at,
                        first + from,
                        first + to,
                        row * shape.width() + column + from * h.stride(),
                        h.stride());
            }
        }
    }

    /** One sweep: each window's position goes to its challenger where that is stronger. */
    private static void challenge(float[] map, int[] at, int first, int end, int challenger, int stride) {
        int other = challenger;
        for (int i = first; i < end; i++) {
            int best = at[i];
            at[i] = best + ((other - best) & less(map[best], map[other]));
            other += stride;
        }
    }

    /** All bits set where a < b, else none: the sign of the difference, which must not be -0. */
    private static int less(float a, float b) {
        return Float.floatToRawIntBits(a - b + 0f) >> (Integer.SIZE - 1);
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
