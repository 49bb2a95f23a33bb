package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.List;

/**
 * Bars that stand side by side on the lower edge, without axes: a plot that is small enough to be a tile.
 *
 * @param heights 0 or more
 * @param highest what reaches the upper edge; more than 0
 */
public record Bars(List<Double> heights, double highest) {

    public Bars {
        heights = List.copyOf(heights);
        if (!(highest > 0)) {
            throw new IllegalArgumentException(say("viz.bars.bars-need-height-above", highest));
        }
    }

    /** A picture in which each bar is so many pixels wide. What is not zero is at least one pixel high. */
    public Drawing draw(int wide, int height, int colour, Theme theme) {
        Canvas canvas = new Canvas((long) wide * heights.size(), height, theme.paper());
        for (int i = 0; i < heights.size(); i++) {
            double share = Math.min(1, heights.get(i) / highest);
            int high = (int) Math.ceil(share * height);
            canvas.fill(i * wide, height - high, wide, high, colour);
        }
        return canvas.drawing();
    }
}
