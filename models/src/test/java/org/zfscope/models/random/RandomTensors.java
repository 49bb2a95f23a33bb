package org.zfscope.models.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Numbers with a normal distribution. */
public final class RandomTensors {

    private RandomTensors() {}

    public static float[] values(Random random, int count, double deviation) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    public static Tensor picture(Random random, Shape shape) {
        return new Tensor(shape, values(random, shape.size(), 1));
    }

    public static List<Tensor> pictures(Random random, Shape shape, int count) {
        List<Tensor> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(picture(random, shape));
        }
        return pictures;
    }

    /** As many as an array of these sides has. */
    static float[] array(Random random, double deviation, int... sides) {
        int count = 1;
        for (int side : sides) {
            count *= side;
        }
        return values(random, count, deviation);
    }
}
