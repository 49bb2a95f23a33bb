package org.zfscope.viz.analysis;

import java.util.SplittableRandom;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * A picture a little shifted, scaled and turned, so that what the network likes does not depend on single pixels
 * [Olah2017]. Between pixels values are mixed in proportion; what is uncovered is grey.
 *
 * @param down pixels
 * @param right pixels
 * @param scale how many times as large
 * @param degrees to the left
 */
record Warp(double down, double right, double scale, double degrees) {

    private static final float GREY = 127.5f;

    /** Jitter of a sixteenth of a side, 90 to 110 %, and 10 degrees either way or, one time in five, none. */
    static Warp random(Shape shape, SplittableRandom random) {
        double jitter = Math.min(shape.height(), shape.width()) / 16.0;
        double turn = random.nextInt(5) == 0 ? 0 : random.nextInt(-10, 11);
        return new Warp(
                Math.rint(jitter * random.nextDouble(-1, 1)),
                Math.rint(jitter * random.nextDouble(-1, 1)),
                1 + random.nextInt(-5, 6) / 50.0,
                turn);
    }

    /** Does something with a pixel of the warped picture, a pixel of the picture, and the share of the second in the first. */
    @FunctionalInterface
    private interface Share {
        void of(int warped, int picture, double share);
    }

    Tensor move(Tensor picture) {
        Tensor moved = Tensor.zeros(picture.shape());
        int area = picture.shape().area();
        double[] covered = new double[area];
        each(picture.shape(), (to, from, share) -> {
            covered[to] += share;
            for (int c = 0; c < picture.shape().channels(); c++) {
                moved.values()[c * area + to] += (float) (share * picture.values()[c * area + from]);
            }
        });
        for (int i = 0; i < moved.values().length; i++) {
            moved.values()[i] += (float) ((1 - covered[i % area]) * GREY);
        }
        return moved;
    }

    /** The transpose: a derivative by the warped picture's pixels as one by the picture's. */
    Tensor back(Tensor gradient) {
        Tensor back = Tensor.zeros(gradient.shape());
        int area = gradient.shape().area();
        each(gradient.shape(), (to, from, share) -> {
            for (int c = 0; c < gradient.shape().channels(); c++) {
                back.values()[c * area + from] += (float) (share * gradient.values()[c * area + to]);
            }
        });
        return back;
    }

    private void each(Shape shape, Share share) {
        double middle = (shape.height() - 1) / 2.0;
        double centre = (shape.width() - 1) / 2.0;
        double cos = Movement.cosine(degrees) / scale;
        double sin = Movement.cosine(degrees - 90) / scale;
        for (int i = 0; i < shape.area(); i++) {
            int row = i / shape.width();
            int column = i % shape.width();
            double v = row - middle - down;
            double u = column - centre - right;
            spread(shape, i, middle + cos * v + sin * u, centre + cos * u - sin * v, share);
        }
    }

    /** To the four nearest pixels, as far as there are any. */
    private static void spread(Shape shape, int warped, double y, double x, Share share) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        for (int k = 0; k < 4; k++) {
            int row = top + k / 2;
            int column = left + k % 2;
            double part = (1 - Math.abs(y - row)) * (1 - Math.abs(x - column));
            if (part > 0 && row >= 0 && column >= 0 && row < shape.height() && column < shape.width()) {
                share.of(warped, row * shape.width() + column, part);
            }
        }
    }
}
