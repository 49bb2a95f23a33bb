package org.zfscope.viz.analysis;

import java.util.SplittableRandom;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * A picture by its spectrum, in colours that are independent in photographs [Olah2017]: each frequency is as easy to change
 * as it is strong in photographs, so pictures come out smooth. Each step shows it warped a little ({@link Warp}) and goes up
 * by Adam [Kingma2015].
 */
final class FourierClimber implements Climber {

    private static final double START = 0.01;
    private static final double STRENGTH = 0.25;
    private static final double BRIGHTEST = 255;

    /** How red, green and blue go with the three independent colours in ImageNet's photographs, scaled. */
    private static final double[][] COLOURS = colours();

    private static final double KEEP = 0.9;
    private static final double KEEP_SQUARES = 0.999;
    private static final double TINY = 1e-8;

    private final Shape shape;
    private final Channels order;
    private final double rate;
    private final SplittableRandom random;
    private final Fourier fourier;
    private final double[][] spectra;
    private final double[][] means;
    private final double[][] squares;
    private Tensor picture;
    private Warp warp;
    private int steps;

    FourierClimber(Shape shape, Channels order, double rate, SplittableRandom random) {
        this.shape = shape;
        this.order = order;
        this.rate = rate;
        this.random = random;
        this.fourier = new Fourier(shape.height(), shape.width());
        this.spectra = new double[shape.channels()][fourier.size()];
        this.means = new double[shape.channels()][fourier.size()];
        this.squares = new double[shape.channels()][fourier.size()];
        for (double[] spectrum : spectra) {
            for (int i = 0; i < spectrum.length; i++) {
                spectrum[i] = START * random.nextGaussian();
            }
        }
        this.picture = drawn();
        this.warp = Warp.random(shape, random);
    }

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

    /** How much a number of the spectrum counts: as strong as its frequency is in photographs. */
    private double scale(int i) {
        double least = 1.0 / Math.max(shape.height(), shape.width());
        return STRENGTH * Math.sqrt(shape.area()) / Math.max(fourier.frequency(i), least);
    }

    /** How much of an independent colour goes into a channel. */
    private double mix(int channel, int colour) {
        return switch (order) {
            case RGB -> COLOURS[channel][colour];
            case BGR -> COLOURS[2 - channel][colour];
            case GREY -> 1;
        };
    }

    private Tensor drawn() {
        double[][] maps = new double[spectra.length][];
        for (int c = 0; c < spectra.length; c++) {
            double[] scaled = spectra[c].clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= scale(i);
            }
            maps[c] = fourier.map(scaled);
        }
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

    @Override
    public Tensor picture() {
        return picture;
    }

    @Override
    public Tensor view() {
        return warp.move(picture);
    }

    @Override
    public void climb(Tensor gradient) {
        Tensor byPixels = warp.back(gradient);
        double[][] byMaps = new double[spectra.length][shape.area()];
        for (int i = 0; i < byPixels.values().length; i++) {
            double p = picture.values()[i] / BRIGHTEST;
            double slope = byPixels.values()[i] * BRIGHTEST * p * (1 - p);
            for (int c = 0; c < byMaps.length; c++) {
                byMaps[c][i % shape.area()] += mix(i / shape.area(), c) * slope;
            }
        }
        steps++;
        for (int c = 0; c < spectra.length; c++) {
            up(c, fourier.spectrum(byMaps[c]));
        }
        picture = drawn();
        warp = Warp.random(shape, random);
    }

    private void up(int c, double... gradient) {
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i] * scale(i);
            means[c][i] = KEEP * means[c][i] + (1 - KEEP) * g;
            squares[c][i] = KEEP_SQUARES * squares[c][i] + (1 - KEEP_SQUARES) * g * g;
            double mean = means[c][i] / (1 - Math.pow(KEEP, steps));
            double square = squares[c][i] / (1 - Math.pow(KEEP_SQUARES, steps));
            spectra[c][i] += rate * mean / (Math.sqrt(square) + TINY * Float.MIN_NORMAL);
        }
    }
}
