package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Curve;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;

/** Layers that make each number another one by itself. */
final class CaffeCurves {

    private CaffeCurves() {}

    static void relu(CaffeStep step) {
        float slope = step.settings("relu_param").real("negative_slope", 0);
        step.becomes(slope == 0 ? new Relu() : new LeakyRelu(slope));
    }

    static void relu6(CaffeStep step) {
        step.becomes(new ClippedRelu(6));
    }

    /** One slope a channel, or one for all of them. */
    static void prelu(CaffeStep step) {
        boolean shared = step.settings("prelu_param").flag("channel_shared", false);
        step.becomes(
                new ParametricRelu(step.blob(0).values(shared ? 1 : step.shape().channels())));
    }

    static void elu(CaffeStep step) {
        step.becomes(new Activation(new Curve.Elu(step.settings("elu_param").real("alpha", 1))));
    }

    static void swish(CaffeStep step) {
        step.becomes(new Activation(new Curve.Silu(step.settings("swish_param").real("beta", 1))));
    }

    static void clip(CaffeStep step) {
        CaffeMessage settings = step.settings("clip_param");
        float low = settings.real("min", 0);
        float high = settings.real("max", 0);
        step.becomes(low == 0 && high > 0 ? new ClippedRelu(high) : new Activation(new Curve.Clip(low, high)));
    }

    /** A curve that nothing can be set of. */
    static CaffeOperator plain(Curve curve) {
        return step -> step.becomes(new Activation(curve));
    }

    /** (shift + scale * x) ^ power. */
    static void power(CaffeStep step) {
        CaffeMessage settings = step.settings("power_param");
        linear(step, settings.real("scale", 1), settings.real("shift", 0), new Curve.Power(settings.real("power", 1)));
    }

    /** base ^ (shift + scale * x), of e where the base is -1. */
    static void exponential(CaffeStep step) {
        CaffeMessage settings = step.settings("exp_param");
        float base = settings.real("base", -1);
        if (base != -1 && !(base > 0)) {
            throw new IllegalArgumentException(say("models.caffe-curves.base", base));
        }
        float log = base == -1 ? 1 : (float) Math.log(base);
        linear(step, settings.real("scale", 1) * log, settings.real("shift", 0) * log, new Curve.Exp());
    }

    /** A curve after scale * x + shift, each left out where it does nothing. */
    private static void linear(CaffeStep step, float scale, float shift, Curve curve) {
        int channels = step.shape().channels();
        Layer line = new BatchNorm(CaffeNorms.all(scale, channels), CaffeNorms.all(shift, channels));
        boolean straight = curve instanceof Curve.Power power && power.exponent() == 1;
        if (straight) {
            step.becomes(line);
        } else if (scale == 1 && shift == 0) {
            step.becomes(new Activation(curve));
        } else {
            CaffeValue moved = step.before("line", line, step.input());
            step.give(0, step.add(step.layer().name(), new Activation(curve), moved));
        }
    }
}
