package org.zfscope.viz.render;

/** How brightness stands for a value. */
public enum Tone {
    /** Zero is mid-grey, and positive values are as far above it as negative ones are below: v / (2 max|v|) + 1/2. */
    SIGNED {
        @Override
        Range range(Extent extent) {
            double reach = Math.max(Math.abs(extent.low()), Math.abs(extent.high()));
            return reach > 0 ? new Range(-reach, reach) : new Range(-1, 1);
        }
    },
    /** Zero, and everything below, is black; the largest value is white. A map of nothing is black. */
    POSITIVE {
        @Override
        Range range(Extent extent) {
            return new Range(0, extent.high() > 0 ? extent.high() : 1);
        }
    },
    /** The smallest value is black, the largest white. Where both are the same, all is mid-grey. */
    MIN_MAX {
        @Override
        Range range(Extent extent) {
            double apart = extent.low() < extent.high() ? 0 : 1 + Math.abs(extent.low());
            return new Range(extent.low() - apart, extent.high() + apart);
        }

        @Override
        double anchor(Range range) {
            return (range.low() + range.high()) / 2;
        }
    };

    abstract Range range(Extent extent);

    /** The value whose brightness a gain leaves as it is. */
    double anchor(Range range) {
        return 0;
    }
}
