package org.zfscope.viz.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * A picture of which only the phases may change [Fel2023]: each frequency keeps the magnitude that it has in photographs, so
 * no step can put all its strength into one. Magnitudes fall as the inverse of the frequency, as those of photographs do on
 * average; none are measured. What the network looked at is opaque: where the derivative was small all the way up, the
 * picture is shown fading to grey.
 */
final class MagnitudeClimber implements Climber {

    /** The deviation of the maps before the logistic curve. */
    private static final double CONTRAST = 1.2;

    /** So large a share of the pixels is less important than the least that is wholly opaque. */
    private static final double FADED = 0.8;

    /** What is less important than that share of the most important is never opaque. */
    private static final double LEAST = 0.02;

    private static final float GREY = 128;

    /** Importance is blurred over so small a part of the width. */
    private static final int BLUR = 24;

    private final Shape shape;
    private final SplittableRandom random;
    private final IndependentColours colours;
    private final Fourier fourier;
    private final double[] magnitudes;
    private final double[][] phases;
    private final Adam[] steps;
    private final double[] importance;
    private Tensor picture;
    private Warp warp;

    MagnitudeClimber(Shape shape, Channels order, double rate, SplittableRandom random) {
        this.shape = shape;
        this.random = random;
        this.colours = new IndependentColours(shape, order);
        this.fourier = new Fourier(shape.height(), shape.width());
        this.magnitudes = new double[fourier.size() / 2];
        this.phases = new double[shape.channels()][magnitudes.length];
        this.steps = new Adam[shape.channels()];
        this.importance = new double[shape.area()];
        for (int c = 0; c < steps.length; c++) {
            steps[c] = new Adam(magnitudes.length, rate);
            for (int k = 0; k < magnitudes.length; k++) {
                phases[c][k] = random.nextDouble(-Math.PI, Math.PI);
            }
        }
        setMagnitudes();
        this.picture = drawn();
        this.warp = Warp.random(shape, random);
    }

    /** Those of photographs but for the mean, so that a map's deviation is {@link #CONTRAST}. */
    private void setMagnitudes() {
        for (int k = 1; k < magnitudes.length; k++) {
            magnitudes[k] = fourier.strength(k);
        }
        double[] map = fourier.map(spectrum(0));
        double squares = 0;
        for (double value : map) {
            squares += value * value / map.length;
        }
        double factor = squares > 0 ? CONTRAST / Math.sqrt(squares) : 0;
        for (int k = 0; k < magnitudes.length; k++) {
            magnitudes[k] *= factor;
        }
    }

    private double[] spectrum(int c) {
        double[] spectrum = new double[2 * magnitudes.length];
        for (int k = 0; k < magnitudes.length; k++) {
            spectrum[k] = magnitudes[k] * Math.cos(phases[c][k]);
            spectrum[magnitudes.length + k] = magnitudes[k] * Math.sin(phases[c][k]);
        }
        return spectrum;
    }

    private Tensor drawn() {
        double[][] maps = new double[phases.length][];
        for (int c = 0; c < maps.length; c++) {
            maps[c] = fourier.map(spectrum(c));
        }
        return colours.pixels(maps);
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
        for (int i = 0; i < byPixels.values().length; i++) {
            importance[i % shape.area()] += Math.abs(byPixels.values()[i]);
        }
        double[][] byMaps = colours.back(picture, byPixels);
        for (int c = 0; c < phases.length; c++) {
            double[] step = steps[c].step(byPhases(c, fourier.spectrum(byMaps[c])));
            for (int k = 0; k < step.length; k++) {
                phases[c][k] += step[k];
            }
        }
        picture = drawn();
        warp = Warp.random(shape, random);
    }

    /** m cos p and m sin p by p: -m sin p and m cos p. */
    private double[] byPhases(int c, double... bySpectrum) {
        double[] byPhases = new double[magnitudes.length];
        for (int k = 0; k < byPhases.length; k++) {
            byPhases[k] = magnitudes[k]
                    * (Math.cos(phases[c][k]) * bySpectrum[magnitudes.length + k]
                            - Math.sin(phases[c][k]) * bySpectrum[k]);
        }
        return byPhases;
    }

    @Override
    public Tensor shown() {
        double[] smooth = new BoxBlur(shape.height(), shape.width(), Math.max(1, shape.width() / BLUR)).of(importance);
        double[] sorted = smooth.clone();
        Arrays.sort(sorted);
        double opaque = Math.max(sorted[(int) (FADED * (sorted.length - 1))], LEAST * sorted[sorted.length - 1]);
        Tensor shown = Tensor.zeros(shape);
        for (int i = 0; i < shown.values().length; i++) {
            double share = opaque > 0 ? Math.min(1, smooth[i % shape.area()] / opaque) : 1;
            shown.values()[i] = (float) (GREY + share * (picture.values()[i] - GREY));
        }
        return shown;
    }
}
