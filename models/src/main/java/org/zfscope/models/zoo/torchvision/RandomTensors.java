package org.zfscope.models.zoo.torchvision;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.zoo.RandomNumbers;

/**
 * Untrained weights: those of layers are normally distributed with variance 2 / inputs [He2015], biases are zero. Batch
 * norms have gamma 1, beta 0 and mean 0, and their variance is what such weights can be expected to give ({@link
 * Moments}), as if they had seen pictures: with PyTorch's fresh ones, whose variance is 1, the values of a residual network
 * double from block to block.
 */
final class RandomTensors implements Tensors {

    private final SplittableRandom random;
    private final Map<String, Float> variances;

    RandomTensors(Blueprint blueprint, long seed) {
        this.random = new SplittableRandom(seed);
        this.variances = Moments.settled(blueprint);
    }

    @Override
    public Memory memory(String tensor, Sides sides) {
        long count = sides.count();
        return RandomNumbers.memory(count, count / sides.lengths().get(0), random.split());
    }

    @Override
    public float[] vector(String tensor, int length) {
        float[] values = new float[length];
        Arrays.fill(values, value(tensor));
        return values;
    }

    private float value(String tensor) {
        String module = tensor.substring(0, tensor.lastIndexOf('.'));
        return switch (tensor.substring(module.length())) {
            case Plan.WEIGHT -> 1;
            case Plan.VARIANCE -> variances.getOrDefault(module, 1f);
            default -> 0;
        };
    }
}
