package org.zfscope.viz.analysis;

/**
 * The inverse Fourier transform of a real map of any size from the half of its spectrum that decides it, and its transpose.
 * Spectra are [height, width / 2 + 1] of real parts, then as many imaginary parts.
 */
final class Fourier {

    private final int height;
    private final int width;
    private final int half;
    private final double[][] down;
    private final double[][] across;

    Fourier(int height, int width) {
        this.height = height;
        this.width = width;
        this.half = width / 2 + 1;
        this.down = circle(height);
        this.across = circle(width);
    }

    /** Cosines and sines of whole parts of a turn. */
    private static double[][] circle(int parts) {
        double[][] circle = new double[2][parts];
        for (int i = 0; i < parts; i++) {
            circle[0][i] = Math.cos(2 * Math.PI * i / parts);
            circle[1][i] = Math.sin(2 * Math.PI * i / parts);
        }
        return circle;
    }

    /** Numbers of a spectrum. */
    int size() {
        return 2 * height * half;
    }

    /** Cycles a pixel of a number of the spectrum. */
    double frequency(int i) {
        int k = i % (height * half) / half;
        double fy = (k <= height / 2 ? k : k - height) / (double) height;
        double fx = i % half / (double) width;
        return Math.hypot(fy, fx);
    }

    /** As strong as a frequency is in photographs: one over it. That of the mean is the same as the lowest's. */
    double strength(int i) {
        return 1 / Math.max(frequency(i), 1.0 / Math.max(height, width));
    }

    /** All frequencies but the first, and the last of even widths, stand for two. */
    private double weight(int l) {
        boolean single = l == 0 || 2 * l == width;
        return (single ? 1.0 : 2.0) / ((double) height * width);
    }

    /** From a spectrum to a map: [height, width]. */
    double[] map(double... spectrum) {
        double[] re = new double[height * half];
        double[] im = new double[height * half];
        int imaginary = height * half;
        for (int y = 0; y < height; y++) {
            for (int k = 0; k < height; k++) {
                double c = down[0][(int) ((long) k * y % height)];
                double s = down[1][(int) ((long) k * y % height)];
                for (int l = 0; l < half; l++) {
                    double a = spectrum[k * half + l];
                    double b = spectrum[imaginary + k * half + l];
                    re[y * half + l] += a * c - b * s;
                    im[y * half + l] += a * s + b * c;
                }
            }
        }
        double[] map = new double[height * width];
        for (int l = 0; l < half; l++) {
            double weight = weight(l);
            for (int y = 0; y < height; y++) {
                double a = weight * re[y * half + l];
                double b = weight * im[y * half + l];
                for (int x = 0; x < width; x++) {
                    int at = (int) ((long) l * x % width);
                    map[y * width + x] += a * across[0][at] - b * across[1][at];
                }
            }
        }
        return map;
    }

    /** The spectrum whose {@link #map} this is. */
    double[] analysed(double... map) {
        double[] spectrum = spectrum(map);
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] /= weight(i % half);
        }
        return spectrum;
    }

    /** The transpose of {@link #map}: from derivatives by a map's values to those by the spectrum. */
    double[] spectrum(double... map) {
        double[] re = new double[height * half];
        double[] im = new double[height * half];
        for (int y = 0; y < height; y++) {
            for (int l = 0; l < half; l++) {
                for (int x = 0; x < width; x++) {
                    int at = (int) ((long) l * x % width);
                    re[y * half + l] += map[y * width + x] * across[0][at];
                    im[y * half + l] -= map[y * width + x] * across[1][at];
                }
            }
        }
        double[] spectrum = new double[size()];
        int imaginary = height * half;
        for (int k = 0; k < height; k++) {
            for (int y = 0; y < height; y++) {
                double c = down[0][(int) ((long) k * y % height)];
                double s = down[1][(int) ((long) k * y % height)];
                for (int l = 0; l < half; l++) {
                    double a = weight(l) * re[y * half + l];
                    double b = weight(l) * im[y * half + l];
                    spectrum[k * half + l] += a * c + b * s;
                    spectrum[imaginary + k * half + l] += b * c - a * s;
                }
            }
        }
        return spectrum;
    }
}
