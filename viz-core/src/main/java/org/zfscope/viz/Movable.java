package org.zfscope.viz;

import java.util.List;
import java.util.Set;
import org.zfscope.models.layer.Activation;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.BatchNorm;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.ClippedRelu;
import org.zfscope.models.layer.Concat;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dropout;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LeakyRelu;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.ParametricRelu;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.Softmax;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Layers that give of a part of their input, cut out where one of their strides begins, the same as of the whole one,
 * wherever their windows do not reach over the cut. Others are computed whole.
 *
 * @param input the whole input's shape
 */
record Movable(Layer layer, Shape input) {

    private static final Set<Class<? extends Layer>> KINDS = Set.of(
            Activation.class,
            Add.class,
            AveragePool.class,
            BatchNorm.class,
            ChannelMax.class,
            ChannelMean.class,
            ClippedRelu.class,
            Concat.class,
            Convolution.class,
            Dropout.class,
            LeakyRelu.class,
            LocalResponseNorm.class,
            MaxPool.class,
            ParametricRelu.class,
            Relu.class,
            SelectChannels.class,
            Softmax.class,
            SpatialResponseNorm.class,
            ZeroPadding.class);

    static boolean isMovable(Layer layer) {
        boolean bound =
                layer instanceof ParametricRelu relu && !relu.slopes().shape().isFlat();
        return KINDS.contains(layer.getClass()) && !bound;
    }

    /** Which outputs a change in a window of the input can change, one at least; inside the map. */
    Window touched(Window changed, Shape output) {
        int[] rows = span(output.height(), y -> reach(y, 0), changed.y(), changed.bottom());
        int[] columns = span(output.width(), x -> turned(reach(0, x)), changed.x(), changed.right());
        return new Window(rows[0], columns[0], rows[1] - rows[0], columns[1] - columns[0]);
    }

    /** What one output sees, by its row or column. */
    @FunctionalInterface
    private interface Sight {
        Window of(int place);
    }

    /** From the first to behind the last place that sees some of from .. to. */
    private static int[] span(int places, Sight sight, int from, int to) {
        int first = places - 1;
        int last = 0;
        for (int i = 0; i < places; i++) {
            Window seen = sight.of(i);
            if (seen.y() < to && seen.bottom() > from) {
                first = Math.min(first, i);
                last = Math.max(last, i);
            }
        }
        return first > last ? new int[] {0, 1} : new int[] {first, last + 1};
    }

    private Window reach(int y, int x) {
        return layer.reach(Window.at(y, x), input);
    }

    private static Window turned(Window window) {
        return new Window(window.x(), window.y(), window.width(), window.height());
    }

    /** By how many positions of the input two neighbouring outputs are apart. */
    private int down() {
        return Math.max(1, reach(1, 0).y() - reach(0, 0).y());
    }

    private int across() {
        return Math.max(1, reach(0, 1).x() - reach(0, 0).x());
    }

    /**
     * The parts of the input from which these windows of the output can be computed, all of one size. Each begins with a
     * stride, and what is left of the map behind it is whole strides too, so that windows lie as in the whole map.
     */
    List<Window> cuts(List<Window> outputs) {
        List<Window> seen = outputs.stream().map(w -> layer.reach(w, input)).toList();
        int height = 1;
        int width = 1;
        for (Window w : seen) {
            Window inside = w.clip(input);
            height = Math.max(height, Math.max(w.height(), inside.bottom() - start(inside.y(), down())));
            width = Math.max(width, Math.max(w.width(), inside.right() - start(inside.x(), across())));
        }
        int h = size(height, down(), input.height());
        int w = size(width, across(), input.width());
        return seen.stream()
                .map(s -> new Window(
                        Math.min(start(s.y(), down()), input.height() - h),
                        Math.min(start(s.x(), across()), input.width() - w),
                        h,
                        w))
                .toList();
    }

    private static int start(int first, int stride) {
        return Math.max(0, first) / stride * stride;
    }

    /** At least so much, so that the rest of the side is whole strides. */
    private static int size(int least, int stride, int side) {
        return least >= side ? side : Math.min(side, least + (side - least) % stride);
    }

    /** Where the outputs of a cut lie among all outputs. */
    Window outputs(Window cut, Shape made) {
        return new Window(cut.y() / down(), cut.x() / across(), made.height(), made.width());
    }
}
