package org.zfscope.viz.analysis;

import java.util.SplittableRandom;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * A picture by its spectrum, in {@link IndependentColours}: each frequency is as easy to change as it is strong in
 * photographs, so pictures come out smooth [Olah2017]. Each step shows it warped a little ({@link Warp}) and goes up by
 * {@link Adam}.
 */
final class FourierClimber implements Climber {

    private static final double START = 0.01;
    private static final double STRENGTH = 0.25;

    private final Shape shape;
    private final SplittableRandom random;
    private final IndependentColours colours;
    private final Fourier fourier;
    private final double[][] spectra;
    private final double[][] home;
    private final double pull;
    private final Adam[] steps;
    private Tensor picture;
    private Warp warp;

    private FourierClimber(Shape shape, Channels order, double rate, double pull, SplittableRandom random) {
        this.shape = shape;
        this.random = random;
        this.colours = new IndependentColours(shape, order);
        this.fourier = new Fourier(shape.height(), shape.width());
        this.spectra = new double[shape.channels()][fourier.size()];
        this.home = new double[shape.channels()][fourier.size()];
        this.pull = pull;
        this.steps = new Adam[shape.channels()];
        for (int c = 0; c < steps.length; c++) {
            steps[c] = new Adam(fourier.size(), rate);
        }
        this.picture = Tensor.zeros(shape);
        this.warp = Warp.random(shape, random);
    }

    /** From faint noise. */
    static FourierClimber ofNoise(Shape shape, Channels order, double rate, SplittableRandom random) {
        FourierClimber climber = new FourierClimber(shape, order, rate, 0, random);
        for (double[] spectrum : climber.spectra) {
            for (int i = 0; i < spectrum.length; i++) {
                spectrum[i] = START * random.nextGaussian();
            }
        }
        climber.picture = climber.drawn();
        return climber;
    }

    /**
     * From a picture, towards which every step is drawn back: what a unit would have more of in it [Hamblin2024].
     *
     * @param pixels [channels, height, width], 0 to 255
     * @param pull the share of the way back that each step goes
     */
    static FourierClimber ofPicture(Tensor pixels, Channels order, double rate, double pull, SplittableRandom random) {
        FourierClimber climber = new FourierClimber(pixels.shape(), order, rate, pull, random);
        double[][] maps = climber.colours.maps(pixels);
        for (int c = 0; c < maps.length; c++) {
            double[] spectrum = climber.fourier.analysed(maps[c]);
            for (int i = 0; i < spectrum.length; i++) {
                climber.spectra[c][i] = spectrum[i] / climber.scale(i);
                climber.home[c][i] = climber.spectra[c][i];
            }
        }
        climber.picture = climber.drawn();
        return climber;
    }

    /** How much a number of the spectrum counts: as strong as its frequency is in photographs. */
    private double scale(int i) {
        return STRENGTH * Math.sqrt(shape.area()) * fourier.strength(i);
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
        double[][] byMaps = colours.back(picture, warp.back(gradient));
        for (int c = 0; c < spectra.length; c++) {
            double[] bySpectrum = fourier.spectrum(byMaps[c]);
            for (int i = 0; i < bySpectrum.length; i++) {
                bySpectrum[i] *= scale(i);
            }
            double[] step = steps[c].step(bySpectrum);
            for (int i = 0; i < step.length; i++) {
                spectra[c][i] += step[i] + pull * (home[c][i] - spectra[c][i]);
            }
        }
        picture = drawn();
        warp = Warp.random(shape, random);
    }
}
