package org.zfscope.viz.analysis;

import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * Pixels by three maps of colours that are independent in photographs [Olah2017]; a logistic curve keeps pixels between
 * black and white.
 */
record IndependentColours(Shape shape, Channels order) {

    private static final double BRIGHTEST = 255;

    /** So far from black and white the curve still has a slope. */
    private static final double EDGE = 2;

    /** How red, green and blue go with the three independent colours in ImageNet's photographs, scaled. */
    private static final double[][] COLOURS = colours();

    private static final double[][] INVERSE = inverse(COLOURS);

    private static double[][] colours() {
        double[][] measured = {{0.26, 0.09, 0.02}, {0.27, 0, -0.05}, {0.27, -0.09, 0.03}};
        double most = 0;
        for (int j = 0; j < 3; j++) {
            most = Math.max(
                    most, Math.sqrt(squared(measured[0][j]) + squared(measured[1][j]) + squared(measured[2][j])));
        }
        for (double[] row : measured) {
            for (int j = 0; j < 3; j++) {
                row[j] /= most;
            }
        }
        return measured;
    }

    private static double squared(double value) {
        return value * value;
    }

    /** By cofactors; indices count on after the last, so that signs come out right. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                inverse[j][i] = m[(i + 1) % 3][(j + 1) % 3] * m[(i + 2) % 3][(j + 2) % 3]
                        - m[(i + 1) % 3][(j + 2) % 3] * m[(i + 2) % 3][(j + 1) % 3];
            }
            determinant += m[0][i] * inverse[i][0];
        }
        for (double[] row : inverse) {
            for (int j = 0; j < 3; j++) {
                row[j] /= determinant;
            }
        }
        return inverse;
    }

    /** How much of an independent colour goes into a channel. */
    private double mix(int channel, int colour) {
        return switch (order) {
            case RGB -> COLOURS[channel][colour];
            case BGR -> COLOURS[2 - channel][colour];
            case GREY -> 1;
        };
    }

    /** [channels, height, width], 0 to 255, from a map [height, width] a colour. */
    Tensor pixels(double[][] maps) {
        Tensor drawn = Tensor.zeros(shape);
        for (int i = 0; i < drawn.values().length; i++) {
            double sum = 0;
            for (int c = 0; c < maps.length; c++) {
                sum += mix(i / shape.area(), c) * maps[c][i % shape.area()];
            }
            drawn.values()[i] = (float) (BRIGHTEST / (1 + Math.exp(-sum)));
        }
        return drawn;
    }

    /** The derivative by the maps, from the one by the pixels that they gave. */
    double[][] back(Tensor picture, Tensor byPixels) {
        double[][] byMaps = new double[shape.channels()][shape.area()];
        for (int i = 0; i < byPixels.values().length; i++) {
            double p = picture.values()[i] / BRIGHTEST;
            double slope = byPixels.values()[i] * BRIGHTEST * p * (1 - p);
            for (int c = 0; c < byMaps.length; c++) {
                byMaps[c][i % shape.area()] += mix(i / shape.area(), c) * slope;
            }
        }
        return byMaps;
    }

    /** The maps that give these pixels; black and white come back a little paler. */
    double[][] maps(Tensor pixels) {
        double[][] maps = new double[shape.channels()][shape.area()];
        for (int i = 0; i < pixels.values().length; i++) {
            double p = Math.max(EDGE, Math.min(BRIGHTEST - EDGE, pixels.values()[i])) / BRIGHTEST;
            double logit = Math.log(p / (1 - p));
            for (int c = 0; c < maps.length; c++) {
                maps[c][i % shape.area()] += back(i / shape.area(), c) * logit;
            }
        }
        return maps;
    }

    /** How much of a channel goes into an independent colour. */
    private double back(int channel, int colour) {
        return switch (order) {
            case RGB -> INVERSE[colour][channel];
            case BGR -> INVERSE[colour][2 - channel];
            case GREY -> 1;
        };
    }
}
