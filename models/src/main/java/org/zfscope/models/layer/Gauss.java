package org.zfscope.models.layer;

/** The normal distribution with mean 0 and deviation 1. */
final class Gauss {

    /** Of a Chebyshev fit to erfc, whose relative error is below 1.2e-7 everywhere [Press2007 §6.2.2]. */
    private static final double[] FIT = {
        0.17087277,
        -0.82215223,
        1.48851587,
        -1.13520398,
        0.27886807,
        -0.18628806,
        0.09678418,
        0.37409196,
        1.00002368,
        -1.26551223
    };

    private Gauss() {}

    /** The probability of a number below x. */
    static double below(double x) {
        double tail = tail(Math.abs(x) / Math.sqrt(2)) / 2;
        return x < 0 ? tail : 1 - tail;
    }

    static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** erfc(z) for z that is not negative. */
    private static double tail(double z) {
        double t = 1 / (1 + z / 2);
        double power = 0;
        for (double factor : FIT) {
            power = power * t + factor;
        }
        return t * Math.exp(power - z * z);
    }
}
