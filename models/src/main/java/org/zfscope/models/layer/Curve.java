package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Locale;

/** The function of an {@link Activation}: one number from one number, and how fast it changes. */
public sealed interface Curve {

    double value(double x);

    /** The true derivative; at a corner one of its two sides. */
    double derivative(double x);

    /** value(x) / x for the {@link Gated} ones; what the signal is multiplied by where a gate is held constant. */
    default double held(double x) {
        return derivative(x);
    }

    /** Fills {@code out} from {@code in}. */
    default void apply(float[] in, float[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = (float) value(in[i]);
        }
    }

    /** As in the names of the classes: {@code hard-swish}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** A value times a gate that is made of the same value: x * g(x). */
    sealed interface Gated extends Curve {

        double gate(double x);

        @Override
        default double value(double x) {
            return x * gate(x);
        }

        @Override
        default double held(double x) {
            return gate(x);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** 1 / (1 + exp(-x)). */
    record Sigmoid() implements Curve {

        @Override
        public double value(double x) {
            return sigmoid(x);
        }

        @Override
        public double derivative(double x) {
            return sigmoid(x) * (1 - sigmoid(x));
        }
    }

    /** slope * x + offset, but not below 0 nor above 1. PyTorch's slope is 1/6, Keras 2's 0.2; both have the offset 0.5. */
    record HardSigmoid(float slope, float offset) implements Curve {

        @Override
        public double value(double x) {
            return Math.min(Math.max(slope * x + offset, 0), 1);
        }

        @Override
        public double derivative(double x) {
            double y = slope * x + offset;
            return y > 0 && y < 1 ? slope : 0;
        }
    }

    record Tanh() implements Curve {

        @Override
        public double value(double x) {
            return Math.tanh(x);
        }

        @Override
        public double derivative(double x) {
            double y = Math.tanh(x);
            return 1 - y * y;
        }
    }

    /** x where it is positive, alpha * (exp(x) - 1) elsewhere [Clevert2016]. */
    record Elu(float alpha) implements Curve {

        @Override
        public double value(double x) {
            return x > 0 ? x : alpha * Math.expm1(x);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : alpha * Math.exp(x);
        }
    }

    /** An ELU without the corner: x where it is positive, alpha * (exp(x / alpha) - 1) elsewhere. */
    record Celu(float alpha) implements Curve {

        public Celu {
            if (alpha == 0) {
                throw new IllegalArgumentException(say("models.curve.alpha-zero"));
            }
        }

        @Override
        public double value(double x) {
            return x > 0 ? x : alpha * Math.expm1(x / alpha);
        }

        @Override
        public double derivative(double x) {
            return x > 0 ? 1 : Math.exp(x / alpha);
        }
    }

    /** gamma * ELU, with numbers that keep mean 0 and variance 1 through many layers [Klambauer2017]. */
    record Selu(float alpha, float gamma) implements Curve {

        /** With the numbers of the paper. */
        public Selu() {
            this(1.6732632f, 1.050701f);
        }

        @Override
        public double value(double x) {
            return gamma * (x > 0 ? x : alpha * Math.expm1(x));
        }

        @Override
        public double derivative(double x) {
            return gamma * (x > 0 ? 1 : alpha * Math.exp(x));
        }
    }

    /** log(1 + exp(x)). */
    record Softplus() implements Curve {

        @Override
        public double value(double x) {
            return softplus(x);
        }

        @Override
        public double derivative(double x) {
            return sigmoid(x);
        }
    }

    /** x / (1 + |x|). */
    record Softsign() implements Curve {

        @Override
        public double value(double x) {
            return x / (1 + Math.abs(x));
        }

        @Override
        public double derivative(double x) {
            double d = 1 + Math.abs(x);
            return 1 / (d * d);
        }
    }

    /** x * sigmoid(beta * x); also called swish [Ramachandran2017]. */
    record Silu(float beta) implements Gated {

        /** With a beta of one, as nearly everybody has it. */
        public Silu() {
            this(1);
        }

        @Override
        public double gate(double x) {
            return sigmoid(beta * x);
        }

        @Override
        public double derivative(double x) {
            double s = gate(x);
            return s + beta * x * s * (1 - s);
        }
    }

    /** x * (x / 6 + 1/2, but not below 0 nor above 1) [Howard2019]. */
    record HardSwish() implements Gated {

        @Override
        public double gate(double x) {
            return Math.min(Math.max(x / 6 + 0.5, 0), 1);
        }

        @Override
        public double derivative(double x) {
            return Math.abs(x) < 3 ? x / 3 + 0.5 : gate(x);
        }
    }

    /** x * tanh(log(1 + exp(x))) [Misra2020]. */
    record Mish() implements Gated {

        @Override
        public double gate(double x) {
            return Math.tanh(softplus(x));
        }

        @Override
        public double derivative(double x) {
            double t = gate(x);
            return t + x * (1 - t * t) * sigmoid(x);
        }
    }

    /** x times the probability that a normal random number is below it [Hendrycks2016]. */
    record Gelu() implements Gated {

        @Override
        public double gate(double x) {
            return Gauss.below(x);
        }

        @Override
        public double derivative(double x) {
            return gate(x) + x * Gauss.density(x);
        }
    }

    /** The approximation of the GELU: x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 x^3))). */
    record TanhGelu() implements Gated {

        private static final double FACTOR = Math.sqrt(2 / Math.PI);
        private static final double CUBIC = 0.044715;

        @Override
        public double gate(double x) {
            return (1 + Math.tanh(FACTOR * (x + CUBIC * x * x * x))) / 2;
        }

        @Override
        public double derivative(double x) {
            double t = 2 * gate(x) - 1;
            return (1 + t) / 2 + x / 2 * (1 - t * t) * FACTOR * (1 + 3 * CUBIC * x * x);
        }
    }

    /** The error function, of which exporters build the GELU. */
    record Erf() implements Curve {

        @Override
        public double value(double x) {
            return 2 * Gauss.below(x * Math.sqrt(2)) - 1;
        }

        @Override
        public double derivative(double x) {
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x);
        }
    }

    /** Not below a number nor above another one. */
    record Clip(float low, float high) implements Curve {

        public Clip {
            if (!(low <= high)) {
                throw new IllegalArgumentException(say("models.curve.clip-range", low, high));
            }
        }

        @Override
        public double value(double x) {
            return Math.min(Math.max(x, low), high);
        }

        @Override
        public double derivative(double x) {
            return x > low && x < high ? 1 : 0;
        }
    }

    /** x to a power; a root for 0.5, 1 / x for -1. */
    record Power(float exponent) implements Curve {

        @Override
        public double value(double x) {
            return Math.pow(x, exponent);
        }

        @Override
        public double derivative(double x) {
            return exponent * Math.pow(x, exponent - 1.0);
        }
    }

    /** exp(x). */
    record Exp() implements Curve {

        @Override
        public double value(double x) {
            return Math.exp(x);
        }

        @Override
        public double derivative(double x) {
            return Math.exp(x);
        }
    }

    /** The logarithm; of what is below the smallest normal float, that one's. */
    record Log() implements Curve {

        @Override
        public double value(double x) {
            return Math.log(Math.max(x, Float.MIN_NORMAL));
        }

        @Override
        public double derivative(double x) {
            return x > Float.MIN_NORMAL ? 1 / x : 0;
        }
    }

    /** The distance from zero. */
    record Abs() implements Curve {

        @Override
        public double value(double x) {
            return Math.abs(x);
        }

        @Override
        public double derivative(double x) {
            return Math.signum(x);
        }
    }
}
