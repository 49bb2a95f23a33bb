package org.zfscope.models.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.layer.Geometry.Axis;
import org.zfscope.models.tensor.Maps;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** ND4J's {@code conv2d}, which oneDNN carries out. The way back uses it too, with flipped filters. */
public final class Conv2d {

    private static final int SAME_MODE_OFF = 0;
    private static final int NCHW = 0;
    private static final int WEIGHTS_OUT_IN_HEIGHT_WIDTH = 1;

    private Conv2d() {}

    /** Fills {@code output}, which must have the right shape, and returns it. Padding must be symmetric. */
    public static INDArray run(INDArray input, INDArray weights, INDArray bias, Geometry geometry, INDArray output) {
        if (geometry.vertical().dilation() == 1 && geometry.horizontal().dilation() == 1) {
            return solid(input, weights, bias, geometry, output);
        }
        // ND4J M2.1 forgets the dilation when it tells oneDNN the padding, which then finds no such convolution
        try (Scratch scratch = new Scratch()) {
            Geometry filled = new Geometry(filled(geometry.vertical()), filled(geometry.horizontal()));
            return solid(input, scratch.keep(withHoles(weights, geometry)), bias, filled, output);
        }
    }

    private static Axis filled(Axis axis) {
        return new Axis(axis.extent(), axis.stride(), axis.before(), axis.after(), 1, axis.ceil());
    }

    /** The filters with the zeros between their weights that dilation stands for. */
    private static INDArray withHoles(INDArray weights, Geometry geometry) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        INDArray spread = Nd4j.createUninitializedDetached(
                weights.dataType(), 'c', weights.size(0), weights.size(1), v.extent(), h.extent());
        spread.assign(0);
        spread.get(all(), all(), interval(0, v.dilation(), v.extent()), interval(0, h.dilation(), h.extent()))
                .assign(weights);
        return spread;
    }

    private static INDArray solid(INDArray input, INDArray weights, INDArray bias, Geometry geometry, INDArray output) {
        Axis v = geometry.vertical();
        Axis h = geometry.horizontal();
        CustomOp convolution = DynamicCustomOp.builder("conv2d")
                .addInputs(input, weights, bias)
                .addOutputs(output)
                .addIntegerArguments(
                        v.kernel(),
                        h.kernel(),
                        v.stride(),
                        h.stride(),
                        v.before(),
                        h.before(),
                        1,
                        1,
                        SAME_MODE_OFF,
                        NCHW,
                        WEIGHTS_OUT_IN_HEIGHT_WIDTH)
                .build();
        if (v.dilation() == 1 && h.dilation() == 1) {
            Nd4j.exec(convolution);
        } else {
            runWithoutOneDnn(convolution);
        }
        return output;
    }

    /**
     * ND4J passes dilated windows to oneDNN in a way that oneDNN rejects, so ND4J's own code has to take them. The
     * switch is one for the whole process: other threads' convolutions are slower meanwhile, but not wrong.
     */
    private static synchronized void runWithoutOneDnn(CustomOp convolution) {
        Nd4j.getEnvironment().allowHelpers(false);
        try {
            Nd4j.exec(convolution);
        } finally {
            Nd4j.getEnvironment().allowHelpers(true);
        }
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
