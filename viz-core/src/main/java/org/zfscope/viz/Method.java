package org.zfscope.viz;

import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/** How a projection is made: everything in which published methods differ. */
public record Method(ReluRule relu, LrnRule lrn, GateRule gates, Seed seed) {

    /** The value that a projection starts from. Projections are homogeneous, so this only changes their scale. */
    public enum Seed {
        /** The unit's own activation [Zeiler2014 §2.1]. */
        ACTIVATION,
        /** One, as for a derivative. */
        ONE
    }

    /** The deconvnet of the paper. */
    public static final Method DECONVNET = of(ReluRule.DECONVNET);

    /**
     * A rule with its usual company: the gradient goes truly through normalisation and gates, the others pass the former by
     * and hold the latter constant.
     */
    public static Method of(ReluRule relu) {
        return relu == ReluRule.GRADIENT
                ? new Method(relu, LrnRule.GRADIENT, GateRule.DERIVE, Seed.ACTIVATION)
                : new Method(relu, LrnRule.PASS, GateRule.HOLD, Seed.ACTIVATION);
    }

    public Method with(LrnRule other) {
        return new Method(relu, other, gates, seed);
    }

    public Method with(GateRule other) {
        return new Method(relu, lrn, other, seed);
    }

    public Method with(Seed other) {
        return new Method(relu, lrn, gates, other);
    }
}
