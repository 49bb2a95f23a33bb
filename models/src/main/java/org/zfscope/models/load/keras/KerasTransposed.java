package org.zfscope.models.load.keras;

import java.util.List;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;

/** Convolutions run backwards, as TensorFlow lays them: the gradient of the convolution whose output has the input's size. */
final class KerasTransposed {

    private KerasTransposed() {}

    /** One direction: the window, and positions at the end that no window reaches. */
    private record Side(Axis axis, int extra) {}

    /** Kernel [height, width, filters, channels]. */
    static KerasValue conv(KerasUse use) {
        KerasValue maps = use.maps();
        KerasConfig config = use.config();
        int channels = maps.shape().channels();
        int filters = config.integer("filters", 0);
        int[] kernel = config.pair("kernel_size");
        use.require(filters > 0, "filters");
        use.require(kernel.length == 2 && kernel[0] > 0 && kernel[1] > 0, "kernel_size");
        use.require(config.integer("groups", 1) == 1, "groups");
        KerasStored stored = use.stored(List.of("kernel"));
        Weights weights = use.once(
                "",
                () -> KerasKernels.transposed(
                        stored.floats("kernel", kernel[0], kernel[1], filters, channels),
                        kernel[0],
                        kernel[1],
                        filters,
                        channels));
        Side rows = side(use, 0, kernel[0], maps.shape().height());
        Side columns = side(use, 1, kernel[1], maps.shape().width());
        Geometry geometry = new Geometry(rows.axis(), columns.axis());
        return use.activated(use.add(
                new TransposedConvolution(
                        weights, use.bias(stored, filters), geometry, rows.extra(), columns.extra(), 1),
                maps));
    }

    private static Side side(KerasUse use, int i, int kernel, int positions) {
        int stride = use.config().pair("strides", 1, 1)[i];
        int dilation = use.config().pair("dilation_rate", 1, 1)[i];
        Axis bare = new Axis(kernel, stride, 0, 0, dilation, false);
        int span = Math.addExact(Math.multiplyExact(positions - 1, stride), bare.extent());
        int size = size(use, i, bare, positions, span);
        int missing = Math.max(0, span - size);
        use.require(
                size > 0
                        && (missing == 0
                                || use.config().text("padding", "valid").equals("same")),
                "output_padding");
        Axis axis = new Axis(kernel, stride, missing / 2, missing - missing / 2, dilation, false);
        return new Side(axis, Math.max(0, size - span));
    }

    /** How long the output is, as Keras works it out. */
    private static int size(KerasUse use, int i, Axis bare, int positions, int span) {
        boolean same = use.config().text("padding", "valid").equals("same");
        int[] more = use.config().pair("output_padding");
        if (more.length == 0) {
            int grown = Math.multiplyExact(positions, bare.stride());
            return same ? grown : Math.addExact(grown, Math.max(bare.extent() - bare.stride(), 0));
        }
        return Math.addExact(span - (same ? bare.extent() / 2 * 2 : 0), more[i]);
    }
}
