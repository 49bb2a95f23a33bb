package org.zfscope.models.layer;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.layer.Geometry.Axis;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.tensor.Native;
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
            int next = map * to.area();
            int i = 0;
            for (int y = 0; y < to.height(); y++) {
                for (int x = 0; x < to.width(); x++) {
                    int best = strongest(in, from, y, x);
                    at[next + i] = best;
                    out[i++] = in[best];
                }
            }
        });
        return new Pooled(values, new Switches(to, at));
    }

    private int strongest(float[] map, Shape shape, int y, int x) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        int top = v.firstInside(y);
        int left = h.firstInside(x);
        int bottom = Math.min(v.start(y) + v.extent(), shape.height());
        int right = Math.min(h.start(x) + h.extent(), shape.width());
        int best = top * shape.width() + left;
        for (int row = top; row < bottom; row += v.dilation()) {
            for (int at = row * shape.width() + left; at < row * shape.width() + right; at += h.dilation()) {
                if (map[at] > map[best]) {
                    best = at;
                }
            }
        }
        return best;
    }

    @Override
    public Window reach(Window output, Shape input) {
        return geometry.reach(output);
    }
}
