package org.zfscope.models.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;
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

    static INDArray array(Random random, double deviation, int... shape) {
        int count = 1;
        long[] sides = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            count *= shape[i];
            sides[i] = shape[i];
        }
        return Native.copyOf(values(random, count, deviation), sides);
    }
}
