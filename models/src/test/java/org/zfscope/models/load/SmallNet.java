package org.zfscope.models.load;

import java.util.Random;
import org.zfscope.models.random.RandomTensors;
import org.zfscope.models.tensor.Shape;

/**
 * A network that the tests write in every format: input 3 x 10 x 10; conv1 6 3x3, ReLU, 2x2 max pool, conv2 5 3x3 padded by
 * one, ReLU, fully connected 7, softmax.
 *
 * @param conv1 [6, 3, 3, 3]
 * @param conv2 [5, 6, 3, 3]
 * @param dense [7, 5 * 4 * 4], in the order channels, rows, columns
 */
public record SmallNet(float[] conv1, float[] bias1, float[] conv2, float[] bias2, float[] dense, float[] bias3) {

    public static final Shape INPUT = new Shape(3, 10, 10);

    public static SmallNet random() {
        Random random = new Random(11);
        return new SmallNet(
                RandomTensors.values(random, 6 * 27, 0.3),
                RandomTensors.values(random, 6, 0.1),
                RandomTensors.values(random, 5 * 54, 0.2),
                RandomTensors.values(random, 5, 0.1),
                RandomTensors.values(random, 7 * 80, 0.2),
                RandomTensors.values(random, 7, 0.1));
    }

    /** Filters [height, width, channels, filters], as Keras and TensorFlow have them. */
    public static float[] channelsLast(float[] filters, int count, int channels) {
        float[] last = new float[filters.length];
        for (int i = 0; i < filters.length; i++) {
            int place = i % 9;
            int channel = i / 9 % channels;
            last[(place * channels + channel) * count + i / 9 / channels] = filters[i];
        }
        return last;
    }

    /** The dense matrix [inputs, units] for inputs in the order rows, columns, channels. */
    public float[] denseOfRows() {
        float[] rows = new float[dense.length];
        for (int unit = 0; unit < 7; unit++) {
            for (int i = 0; i < 80; i++) {
                int input = i % 16 * 5 + i / 16;
                rows[input * 7 + unit] = dense[unit * 80 + i];
            }
        }
        return rows;
    }

    /** The dense matrix [inputs, units]. */
    public float[] denseTransposed() {
        float[] turned = new float[dense.length];
        for (int i = 0; i < dense.length; i++) {
            turned[i % 80 * 7 + i / 80] = dense[i];
        }
        return turned;
    }
}
