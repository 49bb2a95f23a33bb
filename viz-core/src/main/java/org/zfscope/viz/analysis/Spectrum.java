package org.zfscope.viz.analysis;

/**
 * How the energy of a small picture is spread over spatial frequencies, by the discrete Fourier transform. Frequencies
 * are cycles a pixel, 0 to 0.5 in each direction; the energies of all frequencies add up to the sum of the squared
 * pixels (Parseval).
 */
final class Spectrum {

    private final int height;
    private final int width;
    private final double[] energies;

    private Spectrum(int height, int width, double[] energies) {
        this.height = height;
        this.width = width;
        this.energies = energies;
    }

    /** Of height * width values, row by row, from {@code from} on. */
    static Spectrum of(float[] values, int from, int height, int width) {
        return padded(values, from, height, width, height, width);
    }

    /**
     * The same at {@code rows * columns} frequencies, as if the values were surrounded by zeros: small filters have too few
     * frequencies of their own.
     */
    static Spectrum padded(float[] values, int from, int height, int width, int rows, int columns) {
        Waves along = new Waves(columns);
        double[] real = new double[height * columns];
        double[] imaginary = new double[height * columns];
        for (int y = 0; y < height; y++) {
            for (int u = 0; u < columns; u++) {
                for (int x = 0; x < width; x++) {
                    double value = values[from + y * width + x];
                    real[y * columns + u] += value * along.cosine(u * x);
                    imaginary[y * columns + u] -= value * along.sine(u * x);
                }
            }
        }
        Waves down = new Waves(rows);
        double[] energies = new double[rows * columns];
        for (int v = 0; v < rows; v++) {
            for (int u = 0; u < columns; u++) {
                double re = 0;
                double im = 0;
                for (int y = 0; y < height; y++) {
                    int at = y * columns + u;
                    re += real[at] * down.cosine(v * y) + imaginary[at] * down.sine(v * y);
                    im += imaginary[at] * down.cosine(v * y) - real[at] * down.sine(v * y);
                }
                energies[v * columns + u] = (re * re + im * im) / (rows * columns);
            }
        }
        return new Spectrum(rows, columns, energies);
    }

    /** One period of cosine and sine. */
    private static final class Waves {
        private final double[] cosines;
        private final double[] sines;

        Waves(int period) {
            cosines = new double[period];
            sines = new double[period];
            for (int i = 0; i < period; i++) {
                cosines[i] = Math.cos(2 * Math.PI * i / period);
                sines[i] = Math.sin(2 * Math.PI * i / period);
            }
        }

        double cosine(int i) {
            return cosines[i % cosines.length];
        }

        double sine(int i) {
            return sines[i % sines.length];
        }
    }

    /** Energy of all frequencies. */
    double total() {
        return between(0, Double.POSITIVE_INFINITY);
    }

    /** Energy at radial frequencies from {@code low} to below {@code high}. */
    double between(double low, double high) {
        double sum = 0;
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                double frequency = Math.hypot(folded(u, width), folded(v, height));
                if (frequency >= low && frequency < high) {
                    sum += energies[v * width + u];
                }
            }
        }
        return sum;
    }

    /**
     * Energy of all frequencies whose horizontal (or vertical) part is that of bin {@code bin}, that is
     * {@code bin / width} (or {@code bin / height}), mirror images included.
     */
    double line(int bin, boolean horizontal) {
        int side = horizontal ? width : height;
        double sum = 0;
        for (int v = 0; v < height; v++) {
            for (int u = 0; u < width; u++) {
                int at = horizontal ? u : v;
                if (at == bin || at == (side - bin) % side) {
                    sum += energies[v * width + u];
                }
            }
        }
        return sum;
    }

    private static double folded(int bin, int side) {
        return Math.min(bin, side - bin) / (double) side;
    }
}
