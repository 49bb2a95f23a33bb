package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.load.Extremes;

/** Sums, products and maxima of maps. */
final class CaffeArithmetic {

    private static final String COEFFICIENT = "coeff";

    private CaffeArithmetic() {}

    static void eltwise(CaffeStep step) {
        switch (step.settings("eltwise_param").text("operation", "SUM")) {
            case "SUM", "1" -> sum(step);
            case "PROD", "0" -> combined(step, step.inputs(), new Multiply());
            case "MAX", "2" -> maximum(step);
            default ->
                throw new IllegalArgumentException(say(
                        "models.caffe-arithmetic.eltwise",
                        step.settings("eltwise_param").text("operation", "")));
        }
    }

    private static void combined(CaffeStep step, List<CaffeValue> inputs, Layer layer) {
        step.give(0, step.made().add(step.layer().name(), layer, inputs.get(0).rank(), inputs));
    }

    /** With or without a factor for each. */
    private static void sum(CaffeStep step) {
        List<Float> factors = step.settings("eltwise_param").reals(COEFFICIENT);
        if (!factors.isEmpty() && factors.size() != step.inputs().size()) {
            throw new IllegalArgumentException(
                    say("models.caffe-arithmetic.coefficients", step.inputs().size(), factors));
        }
        List<CaffeValue> terms = new ArrayList<>();
        for (int i = 0; i < step.inputs().size(); i++) {
            terms.add(times(step, step.inputs().get(i), factors.isEmpty() ? 1 : factors.get(i)));
        }
        combined(step, terms, new Add());
    }

    private static void maximum(CaffeStep step) {
        step.give(0, new Extremes<>(new Making(step)).largest(step.inputs()));
    }

    private record Making(CaffeStep step) implements Extremes.Making<CaffeValue> {

        @Override
        public CaffeValue part(String ending, Layer layer, List<CaffeValue> inputs) {
            return step.before(ending, layer, inputs.toArray(CaffeValue[]::new));
        }

        @Override
        public CaffeValue last(Layer layer, List<CaffeValue> inputs) {
            return step.made().add(step.layer().name(), layer, inputs.get(0).rank(), inputs);
        }
    }

    private static CaffeValue times(CaffeStep step, CaffeValue term, float factor) {
        int channels = term.shape().channels();
        return factor == 1
                ? term
                : step.before(COEFFICIENT, new BatchNorm(CaffeNorms.all(factor, channels), new float[channels]), term);
    }

    /** The first input times the second, which has one number a channel: squeeze and excitation. */
    static void gate(CaffeStep step) {
        CaffeValue gates = step.inputs().get(1);
        int axis = step.settings("scale_param").integer("axis", 1);
        if (axis != 0
                || gates.shape().channels() != step.inputs().get(0).shape().channels()) {
            throw new IllegalArgumentException(say("models.caffe-arithmetic.gate", axis, gates.shape()));
        }
        combined(step, step.inputs(), new Multiply());
    }

    /** Gates times maps plus other maps, as SENet's authors have it in one layer. */
    static void axpy(CaffeStep step) {
        if (step.inputs().size() != 3) {
            throw new IllegalArgumentException(
                    say("models.caffe-step.one-input", step.inputs().size()));
        }
        CaffeValue gated = step.before(
                "gated", new Multiply(), step.inputs().get(1), step.inputs().get(0));
        combined(step, List.of(gated, step.inputs().get(2)), new Add());
    }
}
