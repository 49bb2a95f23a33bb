package org.zfscope.models.tensor;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;

/**
 * Numbers in the order [channels, height, width]: a network's input, a layer's feature maps, a projection. The array
 * is not copied; who passes one in hands it over.
 */
public record Tensor(Shape shape, float[] values) {

    public Tensor {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(say("models.tensor.needs-values", shape, shape.size(), values.length));
        }
    }

    public static Tensor zeros(Shape shape) {
        return new Tensor(shape, new float[shape.size()]);
    }

    public float at(int channel, int y, int x) {
        return values[(channel * shape.height() + y) * shape.width() + x];
    }

    /** One map, copied: [1, height, width]. */
    public Tensor channel(int channel) {
        int area = shape.area();
        return new Tensor(
                new Shape(1, shape.height(), shape.width()),
                Arrays.copyOfRange(values, channel * area, (channel + 1) * area));
    }

    /** A window of all maps, copied; zero where it hangs over the border. */
    public Tensor crop(Window window) {
        Tensor out = zeros(new Shape(shape.channels(), window.height(), window.width()));
        Window inside = window.clip(shape);
        for (int c = 0; c < shape.channels(); c++) {
            for (int y = inside.y(); y < inside.bottom(); y++) {
                System.arraycopy(
                        values,
                        (c * shape.height() + y) * shape.width() + inside.x(),
                        out.values,
                        (c * window.height() + y - window.y()) * window.width() + inside.x() - window.x(),
                        inside.width());
            }
        }
        return out;
    }

    /** The largest distance of a value from zero. */
    public float maxAbs() {
        float max = 0;
        for (float v : values) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t && shape.equals(t.shape) && Arrays.equals(values, t.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor[" + shape + "]";
    }
}
