package org.zfscope.models.compute.onednn;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Slide.Axis;

/**
 * Zeros in memory instead of padding: oneDNN's Winograd convolutions know one line of padding at most, while the way back
 * of an unpadded layer needs two.
 */
final class Margin {

    private static final int KERNEL = 3;
    private static final int MOST = 1;

    private Margin() {}

    /** Whether the padding is all that stands in Winograd's way. */
    static boolean helps(Slide slide) {
        return fits(slide.vertical())
                && fits(slide.horizontal())
                && !rest(slide).equals(slide);
    }

    private static boolean fits(Axis axis) {
        return axis.kernel() == KERNEL && axis.stride() == 1 && axis.dilation() == 1;
    }

    /** What is left of the padding. */
    static Slide rest(Slide slide) {
        return new Slide(rest(slide.vertical()), rest(slide.horizontal()));
    }

    private static Axis rest(Axis axis) {
        return new Axis(
                axis.kernel(),
                axis.stride(),
                axis.dilation(),
                Math.min(MOST, axis.before()),
                Math.min(MOST, axis.after()));
    }

    static Extent extent(Extent inside, Slide slide) {
        return inside.sides(
                inside.height()
                        + over(slide.vertical().before())
                        + over(slide.vertical().after()),
                inside.width()
                        + over(slide.horizontal().before())
                        + over(slide.horizontal().after()));
    }

    private static int over(int padding) {
        return Math.max(0, padding - MOST);
    }

    /** A copy with the rest of the padding around it. */
    static Block around(OneDnn dnn, Block block, Slide slide) {
        Extent wide = extent(block.extent(), slide);
        int top = -over(slide.vertical().before());
        int left = -over(slide.horizontal().before());
        List<Corner> corners = IntStream.range(0, block.extent().batch())
                .mapToObj(picture -> new Corner(picture, top, left))
                .toList();
        return Crop.copy(dnn, block, corners, wide.height(), wide.width());
    }
}
