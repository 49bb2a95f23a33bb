package org.zfscope.models.compute.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.compute.nd4j.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** ND4J's {@code conv2d}, which oneDNN carries out. The way back uses it too, with flipped filters. */
public final class Conv2d {

    private static final int NO_DILATION = 1;
    private static final int SAME_MODE_OFF = 0;
    private static final int NCHW = 0;
    private static final int WEIGHTS_OUT_IN_HEIGHT_WIDTH = 1;

    private Conv2d() {}

    /** Fills {@code output}, which must have the right shape, and returns it. Padding must be symmetric. */
    public static INDArray run(INDArray input, INDArray weights, INDArray bias, Geometry geometry, INDArray output) {
        if (geometry.vertical().dilation() == 1 && geometry.horizontal().dilation() == 1) {
            return runDense(input, weights, bias, geometry, output);
        }
        // ND4J asks oneDNN for a padding that forgets the dilation, and is refused; zeros in the filters do the same
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        try (INDArray wide = Maps.spaced(weights, v.dilation(), h.dilation())) {
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

    static boolean symmetric(Geometry geometry) {
        return symmetric(geometry.vertical()) && symmetric(geometry.horizontal());
    }

    private static boolean symmetric(Axis axis) {
        return axis.before() == axis.after();
    }

    /** A copy of the input with the geometry's zeros around it. */
    static INDArray pad(INDArray input, Geometry geometry) {
        Shape shape = Native.shape(input);
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        return Maps.window(
                input,
                new Window(
                        -v.before(),
                        -h.before(),
                        shape.height() + v.before() + v.after(),
                        shape.width() + h.before() + h.after()));
    }

    static Geometry unpadded(Geometry geometry) {
        return new Geometry(unpadded(geometry.vertical()), unpadded(geometry.horizontal()));
    }

    private static Axis unpadded(Axis axis) {
        return new Axis(axis.kernel(), axis.stride(), 0, 0, axis.dilation(), false);
    }
}
