package org.zfscope.viz;

import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/** How a projection is made: everything in which published methods differ. */
public record Method(ReluRule relu, LrnRule lrn, Seed seed) {

    /** The value that a projection starts from. Projections are homogeneous, so this only changes their scale. */
    public enum Seed {
        /** The unit's own activation [Zeiler2014 §2.1]. */
        ACTIVATION,
        /** One, as for a derivative. */
        ONE
    }

    /** The deconvnet of the paper. */
    public static final Method DECONVNET = of(ReluRule.DECONVNET);

    /** A rule with its usual company: the gradient goes truly through normalisation, the others pass it by. */
    public static Method of(ReluRule relu) {
        return new Method(relu, relu == ReluRule.GRADIENT ? LrnRule.GRADIENT : LrnRule.PASS, Seed.ACTIVATION);
    }

    public Method with(LrnRule other) {
        return new Method(relu, other, seed);
    }

    public Method with(Seed other) {
        return new Method(relu, lrn, other);
    }
}
