package org.zfscope.viz.analysis;

import org.zfscope.models.Preprocessing;
import org.zfscope.models.tensor.Tensor;

/** Between pixels, 0 to 255 in the order of the network's channels, and the network's input: (pixel - mean) * scale. */
record PixelScale(Preprocessing preprocessing) {

    /** Of pixels. */
    Tensor input(Tensor pixels) {
        Tensor input = Tensor.zeros(pixels.shape());
        int area = pixels.shape().area();
        Tensor mean = preprocessing.mean();
        for (int i = 0; i < input.values().length; i++) {
            float subtracted = mean.values()[mean.shape().isFlat() ? i / area : i];
            input.values()[i] =
                    (pixels.values()[i] - subtracted) * preprocessing.scale().values()[i / area];
        }
        return input;
    }

    /** Of an input. */
    Tensor pixels(Tensor input) {
        Tensor pixels = Tensor.zeros(input.shape());
        int area = input.shape().area();
        Tensor mean = preprocessing.mean();
        for (int i = 0; i < pixels.values().length; i++) {
            float subtracted = mean.values()[mean.shape().isFlat() ? i / area : i];
            pixels.values()[i] = input.values()[i] / preprocessing.scale().values()[i / area] + subtracted;
        }
        return pixels;
    }

    /** The derivative by pixels, from the one by the input. */
    Tensor gradient(Tensor byInput) {
        Tensor gradient = Tensor.zeros(byInput.shape());
        int area = byInput.shape().area();
        for (int i = 0; i < gradient.values().length; i++) {
            gradient.values()[i] = byInput.values()[i] * preprocessing.scale().values()[i / area];
        }
        return gradient;
    }
}
