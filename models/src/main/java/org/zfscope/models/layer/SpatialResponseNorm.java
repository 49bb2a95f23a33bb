package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Local response normalisation within a map, as Caffe has it: x / d^beta, with
 * d = 1 + alpha * (sum of the squares in the size x size window around the position) / size^2. Positions outside the
 * map count as zeros.
 */
public record SpatialResponseNorm(int size, float alpha, float beta) implements Layer {

    public SpatialResponseNorm {
        if (size < 1 || size % 2 == 0) {
            throw new IllegalArgumentException(say("models.spatial-response-norm.window-must-have-odd", size));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return Inputs.single(inputs);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape shape = input.shape();
        return input.engine().each(input, shape, (channel, in, out) -> {
            float[] d = denominator(in, shape);
            for (int p = 0; p < d.length; p++) {
                out[p] = in[p] * LocalResponseNorm.power(d[p], -beta);
            }
        });
    }

    /** d at every position of a map: [height, width], as the map. */
    public float[] denominator(float[] map, Shape shape) {
        float[] d = new float[map.length];
        for (int y = 0; y < shape.height(); y++) {
            for (int x = 0; x < shape.width(); x++) {
                Window around = around(y, x).clip(shape);
                float sum = 0;
                for (int v = around.y(); v < around.bottom(); v++) {
                    for (int u = around.x(); u < around.right(); u++) {
                        float value = map[v * shape.width() + u];
                        sum += value * value;
                    }
                }
                d[y * shape.width() + x] = 1 + alpha / (size * size) * sum;
            }
        }
        return d;
    }

    /** The window around a position; it may hang over the border. */
    public Window around(int y, int x) {
        return new Window(y - size / 2, x - size / 2, size, size);
    }

    @Override
    public Window reach(Window output, Shape input) {
        return new Window(
                output.y() - size / 2, output.x() - size / 2, output.height() + size - 1, output.width() + size - 1);
    }
}
