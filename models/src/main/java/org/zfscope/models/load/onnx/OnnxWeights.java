package org.zfscope.models.load.onnx;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.compute.nd4j.Native;

/** Operators with filters or matrices: convolutions and fully connected layers. */
final class OnnxWeights {

    private OnnxWeights() {}

    /** Inputs: maps, weights [filters, channels / groups, height, width], biases or nothing. */
    static OnnxValue conv(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        Floats weights = node.floats(1);
        if (weights.dims().length != 4 || maps.rank() != 4) {
            throw new IllegalArgumentException("only convolutions over the 2 axes of pictures are supported, found "
                    + (weights.dims().length - 2) + " axes");
        }
        int[] dims = Arrays.stream(weights.dims()).mapToInt(Math::toIntExact).toArray();
        int[] kernel = node.integers("kernel_shape");
        if (kernel.length > 0 && (kernel.length != 2 || kernel[0] != dims[2] || kernel[1] != dims[3])) {
            throw new IllegalArgumentException("kernel_shape does not go with " + weights.described());
        }
        INDArray bias = node.has(2) ? vector(node.floats(2), dims[0], layers) : zeros(dims[0]);
        Geometry window = new OnnxWindow(node, dims[2], dims[3]).over(maps.shape());
        OnnxLayers.requireBounded(
                "the dilation of " + window,
                dims[0],
                dims[1],
                window.vertical().extent(),
                window.horizontal().extent());
        Convolution layer = new Convolution(layers.array(weights), bias, window, node.integer("group", 1));
        return layers.add(node, layer, 4, maps);
    }

    /** alpha * A * B + beta * C, where A are the maps and B is [inputs, units] or transposed. */
    static OnnxValue gemm(OnnxNode node, OnnxLayers layers) {
        if (node.integer("transA", 0) != 0) {
            throw new IllegalArgumentException("transA is not supported");
        }
        INDArray matrix = matrix(node, layers);
        INDArray weights = node.integer("transB", 0) == 0 ? matrix.transpose() : matrix;
        int units = (int) weights.size(0);
        INDArray bias = node.has(2) ? vector(node.floats(2), units, layers) : zeros(units);
        return dense(node, layers, scaled(weights, node.real("alpha", 1)), scaled(bias, node.real("beta", 1)));
    }

    /** The maps times a matrix [inputs, units]. */
    static OnnxValue matMul(OnnxNode node, OnnxLayers layers) {
        INDArray weights = matrix(node, layers).transpose();
        return dense(node, layers, weights, zeros((int) weights.size(0)));
    }

    private static OnnxValue dense(OnnxNode node, OnnxLayers layers, INDArray weights, INDArray bias) {
        Maps maps = node.maps(0);
        if (maps.rank() != 2) {
            throw new IllegalArgumentException("input 0 must be flat, found " + maps.described());
        }
        return layers.add(node, new Dense(weights, bias), 2, maps);
    }

    private static INDArray matrix(OnnxNode node, OnnxLayers layers) {
        Floats matrix = node.floats(1);
        if (matrix.dims().length != 2) {
            throw new IllegalArgumentException("input 1 must be a matrix, found " + matrix.described());
        }
        return layers.array(matrix);
    }

    /** A number for each unit, of dims [units] or such that they broadcast to it. */
    private static INDArray vector(Floats floats, int units, OnnxLayers layers) {
        if (floats.data().capacity() == 1) {
            return Native.allocate(units).assign(floats.data().get(0));
        }
        long[] dims = floats.dims();
        if (floats.data().capacity() != units || dims[dims.length - 1] != units) {
            throw new IllegalArgumentException(units + " biases expected, found " + floats.described());
        }
        return layers.array(floats).reshape(units);
    }

    private static INDArray zeros(int units) {
        return Native.copyOf(new float[units], units);
    }

    private static INDArray scaled(INDArray array, float factor) {
        return factor == 1 ? array : array.mul(factor);
    }
}
