package org.zfscope.viz.analysis;

import java.util.SplittableRandom;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Plain pixels, as in the Keras blog [Chollet2016]: from grey noise, (u - 0.5) * 20 + 128 with u even from 0 to 1, each step
 * adds the gradient divided by its root mean square, so that pixels change by {@code step} on average.
 */
final class PixelClimber implements Climber {

    private static final double NOTHING = 1e-5;
    private static final double SPREAD = 25.5;

    private final Tensor pixels;
    private final double step;

    PixelClimber(Shape shape, double step, SplittableRandom random) {
        this.step = step;
        this.pixels = Tensor.zeros(shape);
        for (int i = 0; i < pixels.values().length; i++) {
            pixels.values()[i] = (float) ((random.nextDouble() - 0.5) * 20 + 128);
        }
    }

    @Override
    public Tensor picture() {
        return pixels;
    }

    @Override
    public void climb(Tensor gradient) {
        double by = step / (Climber.rms(gradient) + NOTHING * Float.MIN_NORMAL);
        for (int i = 0; i < pixels.values().length && by < Double.POSITIVE_INFINITY; i++) {
            pixels.values()[i] += (float) (by * gradient.values()[i]);
        }
    }

    /** Scaled so that the mean is 127.5 and the standard deviation 25.5, then clipped. */
    @Override
    public Tensor shown() {
        double mean = 0;
        double squares = 0;
        for (float v : pixels.values()) {
            mean += v / pixels.values().length;
            squares += (double) v * v / pixels.values().length;
        }
        double deviation = Math.sqrt(Math.max(0, squares - mean * mean)) + NOTHING;
        Tensor shown = Tensor.zeros(pixels.shape());
        for (int i = 0; i < pixels.values().length; i++) {
            double value = (pixels.values()[i] - mean) / deviation * SPREAD + 127.5;
            shown.values()[i] = (float) Math.max(0, Math.min(255, value));
        }
        return shown;
    }
}
