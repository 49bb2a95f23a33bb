package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.Relu;

/** Sums of maps, and functions of each value. */
final class CaffeArithmetic {

    private CaffeArithmetic() {}

    static void relu(CaffeStep step) {
        float slope = step.settings("relu_param").real("negative_slope", 0);
        step.becomes(slope == 0 ? new Relu() : new LeakyRelu(slope));
    }

    /** A sum with or without factors. */
    static void eltwise(CaffeStep step) {
        CaffeMessage settings = step.settings("eltwise_param");
        String operation = settings.text("operation", "SUM");
        if (!operation.equals("SUM") && !operation.equals("1")) {
            throw new IllegalArgumentException(say("models.caffe-arithmetic.eltwise", operation));
        }
        List<Float> factors = settings.reals("coeff");
        if (!factors.isEmpty() && factors.size() != step.inputs().size()) {
            throw new IllegalArgumentException(
                    say("models.caffe-arithmetic.coefficients", step.inputs().size(), factors));
        }
        List<CaffeValue> terms = new ArrayList<>();
        for (int i = 0; i < step.inputs().size(); i++) {
            terms.add(times(step, step.inputs().get(i), factors.isEmpty() ? 1 : factors.get(i)));
        }
        step.give(0, step.made().add(step.layer().name(), new Add(), terms.get(0).rank(), terms));
    }

    private static CaffeValue times(CaffeStep step, CaffeValue term, float factor) {
        int channels = term.shape().channels();
        return factor == 1
                ? term
                : step.before("coeff", new BatchNorm(CaffeNorms.all(factor, channels), new float[channels]), term);
    }

    /** (shift + scale * x) ^ power, as far as the power is one. */
    static void power(CaffeStep step) {
        CaffeMessage settings = step.settings("power_param");
        float power = settings.real("power", 1);
        if (power != 1) {
            throw new IllegalArgumentException(say("models.caffe-arithmetic.power", power));
        }
        int channels = step.shape().channels();
        step.becomes(new BatchNorm(
                CaffeNorms.all(settings.real("scale", 1), channels), CaffeNorms.all(settings.real("shift", 0), channels)));
    }
}
