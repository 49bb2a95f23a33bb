package org.zfscope.viz.analysis;

import java.util.SplittableRandom;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Pixels that are kept smooth [Yosinski2015]: from noise around mid-grey with a deviation of 10; after each step what is
 * beyond black or white is cut off, the distance from grey decays by 1e-4, and every fourth step the picture is blurred with
 * a radius of one pixel. Gradients are divided by their root mean square, as networks differ in how large they are.
 */
final class RegularisedClimber implements Climber {

    private static final float GREY = 128;
    private static final double DECAY = 1e-4;
    private static final int BLUR_EVERY = 4;
    private static final double[] BLUR = {0.0545, 0.2442, 0.4026, 0.2442, 0.0545};

    private final Tensor pixels;
    private final double step;
    private int steps;

    RegularisedClimber(Shape shape, double step, SplittableRandom random) {
        this.step = step;
        this.pixels = Tensor.zeros(shape);
        for (int i = 0; i < pixels.values().length; i++) {
            pixels.values()[i] = (float) (GREY + 10 * random.nextGaussian());
        }
    }

    @Override
    public Tensor picture() {
        return pixels;
    }

    @Override
    public void climb(Tensor gradient) {
        double rms = Climber.rms(gradient);
        double by = rms > 0 ? step / rms : 0;
        for (int i = 0; i < pixels.values().length; i++) {
            double value = pixels.values()[i] + by * gradient.values()[i];
            double clipped = Math.max(0, Math.min(255, value));
            pixels.values()[i] = (float) (GREY + (clipped - GREY) * (1 - DECAY));
        }
        steps++;
        if (steps % BLUR_EVERY == 0) {
            blur(1);
            blur(pixels.shape().width());
        }
    }

    /** In one direction: neighbours are so many values apart. At the border the last pixel goes on. */
    private void blur(int apart) {
        int side = apart == 1 ? pixels.shape().width() : pixels.shape().height();
        float[] before = pixels.values().clone();
        for (int i = 0; i < before.length; i++) {
            int place = i / apart % side;
            double sum = 0;
            for (int k = 0; k < BLUR.length; k++) {
                int other = Math.max(0, Math.min(side - 1, place + k - BLUR.length / 2));
                sum += BLUR[k] * before[i + (other - place) * apart];
            }
            pixels.values()[i] = (float) sum;
        }
    }
}
