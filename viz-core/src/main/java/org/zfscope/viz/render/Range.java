package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

/** The values that are drawn darkest and brightest. */
public record Range(double low, double high) {

    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException(say("viz.range.range-needs-low-high", low, high));
        }
    }

    /** Where a value lies: 0 at the dark end, 1 at the bright end, clipped to these; NaN stays NaN. */
    public double position(float value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    /** The same as a brightness 0 to 255. NaN has none. */
    int level(float value) {
        return (int) Math.round(255 * position(value));
    }

    /** The range drawn together towards a value, so that what lies around the value shows more contrast. */
    Range tightened(double towards, double gain) {
        return new Range(towards + (low - towards) / gain, towards + (high - towards) / gain);
    }
}
