package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

/** Which values are drawn on one scale, and so may be compared by eye. */
public sealed interface Scale {

    /** The scale is taken from the values drawn. */
    enum Shared implements Scale {
        /** Every tile has its own: shows each as clearly as it can be. */
        TILE,
        /** The tiles of one feature map share one, such as its nine strongest projections. */
        MAP,
        /** All tiles share one. */
        LAYER
    }

    /** The scale is given: the value that is drawn brightest. Pictures of several runs can then be compared. */
    record Fixed(double max) implements Scale {
        public Fixed {
            if (!(max > 0) || Double.isInfinite(max)) {
                throw new IllegalArgumentException(say("viz.scale.fixed-scale-needs-positive", max));
            }
        }
    }
}
