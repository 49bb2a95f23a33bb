package org.zfscope.models.compute.nd4j;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;

/** ND4J's {@code conv2d}, which oneDNN carries out, and what it takes to stay within what that can do. */
final class Conv2d {

    private static final int NO_DILATION = 1;
    private static final int SAME_MODE_OFF = 0;
    private static final int NCHW = 0;
    private static final int WEIGHTS_OUT_IN_HEIGHT_WIDTH = 1;

    private Conv2d() {}

    /**
     * Fills {@code output}, [pictures, filters, height, width], which must have the right shape, and returns it. Padding
     * must be symmetric.
     */
    static INDArray run(INDArray input, INDArray weights, INDArray bias, Geometry geometry, INDArray output) {
        if (geometry.vertical().dilation() == 1 && geometry.horizontal().dilation() == 1) {
            return runDense(input, weights, bias, geometry, output);
        }
        // ND4J asks oneDNN for a padding that forgets the dilation, and is refused; zeros in the filters do the same
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        try (INDArray wide = spaced(weights, v.dilation(), h.dilation())) {
            return runDense(input, wide, bias, new Geometry(widened(v), widened(h)), output);
        }
    }

    private static Axis widened(Axis axis) {
        return new Axis(axis.extent(), axis.stride(), axis.before(), axis.after(), 1, false);
    }

    private static INDArray runDense(
            INDArray input, INDArray weights, INDArray bias, Geometry geometry, INDArray output) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        Nd4j.exec(DynamicCustomOp.builder("conv2d")
                .addInputs(input, weights, bias)
                .addOutputs(output)
                .addIntegerArguments(
                        v.kernel(),
                        h.kernel(),
                        v.stride(),
                        h.stride(),
                        v.before(),
                        h.before(),
                        NO_DILATION,
                        NO_DILATION,
                        SAME_MODE_OFF,
                        NCHW,
                        WEIGHTS_OUT_IN_HEIGHT_WIDTH)
                .build());
        return output;
    }

    /** A new array [filters, channels, height, width] with zeros between the weights: 3 rows become 2 * vertical + 1. */
    static INDArray spaced(INDArray filters, int vertical, int horizontal) {
        int rows = (int) filters.size(2);
        int columns = (int) filters.size(3);
        int width = (columns - 1) * horizontal + 1;
        long[] sides = {filters.size(0), filters.size(1), (rows - 1L) * vertical + 1, width};
        return Native.filled(
                sides,
                wide -> each(filters, wide, (in, out) -> {
                    for (int y = 0; y < rows; y++) {
                        for (int x = 0; x < columns; x++) {
                            out[y * vertical * width + x * horizontal] = in[y * columns + x];
                        }
                    }
                }));
    }

    static boolean isSymmetric(Geometry geometry) {
        return isSymmetric(geometry.vertical()) && isSymmetric(geometry.horizontal());
    }

    private static boolean isSymmetric(Axis axis) {
        return axis.before() == axis.after();
    }

    /** A copy of maps [pictures, channels, height, width] with the geometry's zeros around them. */
    static INDArray padded(INDArray input, Geometry geometry) {
        int height = (int) input.size(2);
        int width = (int) input.size(3);
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        int wide = h.before() + width + h.after();
        long[] sides = {input.size(0), input.size(1), v.before() + height + v.after(), wide};
        return Native.filled(
                sides,
                output -> each(input, output, (in, out) -> {
                    for (int y = 0; y < height; y++) {
                        System.arraycopy(in, y * width, out, (v.before() + y) * wide + h.before(), width);
                    }
                }));
    }

    @FunctionalInterface
    private interface MapCopy {
        void apply(float[] in, float[] out);
    }

    /** Fills every map of {@code output} from the one of the same number; maps start as zeros. */
    private static void each(INDArray input, INDArray output, MapCopy copy) {
        int inArea = (int) (input.size(2) * input.size(3));
        int outArea = (int) (output.size(2) * output.size(3));
        FloatBuffer from = Native.floats(input);
        FloatBuffer to = Native.floats(output);
        IntStream.range(0, (int) (input.size(0) * input.size(1))).parallel().forEach(map -> {
            float[] in = new float[inArea];
            float[] out = new float[outArea];
            from.get(map * inArea, in);
            copy.apply(in, out);
            to.put(map * outArea, out);
        });
    }

    static Geometry unpadded(Geometry geometry) {
        return new Geometry(unpadded(geometry.vertical()), unpadded(geometry.horizontal()));
    }

    private static Axis unpadded(Axis axis) {
        return new Axis(axis.kernel(), axis.stride(), 0, 0, axis.dilation(), false);
    }
}
