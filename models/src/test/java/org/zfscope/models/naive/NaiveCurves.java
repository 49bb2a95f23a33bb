package org.zfscope.models.naive;

import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Curve.Abs;
import org.zfscope.models.layer.Curve.Celu;
import org.zfscope.models.layer.Curve.Clip;
import org.zfscope.models.layer.Curve.Elu;
import org.zfscope.models.layer.Curve.Erf;
import org.zfscope.models.layer.Curve.Exp;
import org.zfscope.models.layer.Curve.Gelu;
import org.zfscope.models.layer.Curve.HardSigmoid;
import org.zfscope.models.layer.Curve.HardSwish;
import org.zfscope.models.layer.Curve.Log;
import org.zfscope.models.layer.Curve.Mish;
import org.zfscope.models.layer.Curve.Power;
import org.zfscope.models.layer.Curve.Selu;
import org.zfscope.models.layer.Curve.Sigmoid;
import org.zfscope.models.layer.Curve.Silu;
import org.zfscope.models.layer.Curve.Softplus;
import org.zfscope.models.layer.Curve.Softsign;
import org.zfscope.models.layer.Curve.Tanh;
import org.zfscope.models.layer.Curve.TanhGelu;

/** The curves of activations from their definitions. */
public final class NaiveCurves {

    private NaiveCurves() {}

    public static double value(Curve curve, double x) {
        if (curve instanceof Curve.Gated) {
            return gated(curve, x);
        } else if (curve instanceof Sigmoid || curve instanceof Tanh || curve instanceof Softsign) {
            return squashed(curve, x);
        } else if (curve instanceof HardSigmoid hard) {
            return between(0, hard.slope() * x + hard.offset(), 1);
        } else if (curve instanceof Elu elu) {
            return x > 0 ? x : elu.alpha() * (Math.exp(x) - 1);
        } else if (curve instanceof Celu celu) {
            return Math.max(0, x) + Math.min(0, celu.alpha() * (Math.exp(x / celu.alpha()) - 1));
        } else if (curve instanceof Selu selu) {
            return selu.gamma() * (Math.max(0, x) + Math.min(0, selu.alpha() * (Math.exp(x) - 1)));
        } else if (curve instanceof Clip clip) {
            return between(clip.low(), x, clip.high());
        }
        return other(curve, x);
    }

    private static double other(Curve curve, double x) {
        if (curve instanceof Softplus) {
            return Math.log(1 + Math.exp(x));
        } else if (curve instanceof Erf) {
            return erf(x);
        } else if (curve instanceof Power power) {
            return Math.pow(x, power.exponent());
        } else if (curve instanceof Log) {
            return x < Float.MIN_NORMAL ? Math.log(Float.MIN_NORMAL) : Math.log(x);
        } else if (curve instanceof Exp) {
            return Math.exp(x);
        } else if (curve instanceof Abs) {
            return x < 0 ? -x : x;
        }
        throw new IllegalArgumentException("nobody told what the curve " + curve + " is");
    }

    private static double squashed(Curve curve, double x) {
        if (curve instanceof Softsign) {
            return x / (1 + Math.abs(x));
        }
        double sigmoid = Math.exp(x) / (1 + Math.exp(x));
        return curve instanceof Sigmoid ? sigmoid : (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x));
    }

    private static double gated(Curve curve, double x) {
        if (curve instanceof Silu silu) {
            return x / (1 + Math.exp(-silu.beta() * x));
        } else if (curve instanceof HardSwish) {
            return x * between(0, x + 3, 6) / 6;
        } else if (curve instanceof Mish) {
            return x * Math.tanh(Math.log(1 + Math.exp(x)));
        } else if (curve instanceof Gelu) {
            return x / 2 * (1 + erf(x / Math.sqrt(2)));
        } else if (curve instanceof TanhGelu) {
            return x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * Math.pow(x, 3))));
        }
        throw new IllegalArgumentException("nobody told what the gated curve " + curve + " is");
    }

    private static double between(double low, double x, double high) {
        return x < low ? low : x > high ? high : x;
    }

    /** By the series 2 / sqrt(pi) * exp(-x^2) * (x + 2/3 x^3 + 4/15 x^5 + ...), whose terms have one sign. */
    private static double erf(double x) {
        double term = x;
        double sum = 0;
        for (int n = 0; n < 200; n++) {
            sum += term;
            term *= 2 * x * x / (2 * n + 3);
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** The central difference; at zero, where corners are, the one from below, and for the distance from zero nothing. */
    public static double derivative(Curve curve, double x) {
        double h = 1e-6;
        if (x == 0) {
            return curve instanceof Abs ? 0 : derivative(curve, -h);
        }
        return (value(curve, x + h) - value(curve, x - h)) / (2 * h);
    }

    /** The factor g of x * g(x). */
    public static double gate(Curve curve, double x) {
        return x == 0 ? gate(curve, 1e-9) : value(curve, x) / x;
    }
}
