package org.zfscope.viz.naive;

import java.util.List;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.Multiply;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.Standardising;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.naive.NaiveForward;
import org.zfscope.models.naive.NaiveLinear;
import org.zfscope.models.naive.NaiveProducts;
import org.zfscope.models.naive.NaiveStandard;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/** One step back through one layer. */
record NaiveBack(ReluRule relu, LrnRule lrn, GateRule gates) {

    /** The signal at one of the layer's inputs. */
    Grid through(Layer layer, List<Grid> inputs, int which, Grid signal) {
        Grid x = inputs.get(which);
        if (layer instanceof Relu) {
            return NaiveRules.relu(relu, x, signal);
        } else if (layer instanceof LeakyRelu leaky) {
            return NaiveRules.leaky(relu, leaky.slope(), x, signal);
        } else if (layer instanceof ParametricRelu parametric) {
            return NaiveRules.parametric(relu, Grid.of(parametric.slopes()), x, signal);
        } else if (layer instanceof ClippedRelu clipped) {
            return NaiveRules.clipped(relu, clipped.ceiling(), x, signal);
        } else if (layer instanceof Activation activation) {
            return NaiveRules.curve(gates, activation.curve(), x, signal);
        } else if (layer instanceof Multiply) {
            boolean held = gates == GateRule.HOLD && which > 0;
            return held ? Grid.zeros(x.shape()) : NaiveProducts.back(inputs, which, signal);
        } else if (layer instanceof LocalResponseNorm norm) {
            return lrn == LrnRule.PASS ? signal : NaiveDerivatives.across(norm, x, signal);
        } else if (layer instanceof SpatialResponseNorm norm) {
            return lrn == LrnRule.PASS ? signal : NaiveDerivatives.within(norm, x, signal);
        } else if (layer instanceof Standardising norm) {
            NaiveStandard naive = NaiveStandard.of(norm, x);
            return lrn == LrnRule.PASS ? naive.held(x, signal) : naive.derivative(x, signal);
        } else if (layer instanceof Softmax) {
            return NaiveDerivatives.softmax(NaiveForward.of(layer, inputs), signal);
        }
        return NaiveLinear.connections(layer, inputs, which).back(signal);
    }
}
