package org.zfscope.viz.analysis;

/** Steps whose length depends on how steady a derivative is, number by number [Kingma2015]. */
final class Adam {

    private static final double KEEP = 0.9;
    private static final double KEEP_SQUARES = 0.999;
    private static final double TINY = 1e-8;

    private final double rate;
    private final double[] means;
    private final double[] squares;
    private int steps;

    Adam(int size, double rate) {
        this.rate = rate;
        this.means = new double[size];
        this.squares = new double[size];
    }

    /** The next step up. */
    double[] step(double... gradient) {
        steps++;
        double[] step = new double[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            means[i] = KEEP * means[i] + (1 - KEEP) * g;
            squares[i] = KEEP_SQUARES * squares[i] + (1 - KEEP_SQUARES) * g * g;
            double mean = means[i] / (1 - Math.pow(KEEP, steps));
            double square = squares[i] / (1 - Math.pow(KEEP_SQUARES, steps));
            step[i] = rate * mean / (Math.sqrt(square) + TINY * Float.MIN_NORMAL);
        }
        return step;
    }
}
