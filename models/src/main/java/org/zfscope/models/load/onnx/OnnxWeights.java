package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.zfscope.models.compute.Memory;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Geometry;

/** Operators with filters or matrices: convolutions and fully connected layers. */
final class OnnxWeights {

    private OnnxWeights() {}

    /** Inputs: maps, weights [filters, channels / groups, height, width], biases or nothing. */
    static OnnxValue conv(OnnxNode node, OnnxLayers layers) {
        Maps maps = node.maps(0);
        Floats weights = node.floats(1);
        if (weights.dims().length != 4 || maps.rank() != 4) {
            throw new IllegalArgumentException(
                    say("models.onnx-weights.only-convolutions-over-2", weights.dims().length - 2));
        }
        int[] dims = Arrays.stream(weights.dims()).mapToInt(Math::toIntExact).toArray();
        int[] kernel = node.integers("kernel_shape");
        if (kernel.length > 0 && (kernel.length != 2 || kernel[0] != dims[2] || kernel[1] != dims[3])) {
            throw new IllegalArgumentException(say("models.onnx-weights.kernel-shape-does-go", weights.described()));
        }
        float[] bias = node.has(2) ? vector(node.floats(2), dims[0]) : new float[dims[0]];
        Geometry window = new OnnxWindow(node, dims[2], dims[3]).over(maps.shape());
        OnnxLayers.requireBounded(
                say("models.onnx-weights.dilation", window),
                dims[0],
                dims[1],
                window.vertical().extent(),
                window.horizontal().extent());
        Weights filters = Weights.in(layers.memory(weights), bias, dims);
        return layers.add(node, new Convolution(filters, window, node.integer("group", 1)), 4, maps);
    }

    /** alpha * A * B + beta * C, where A are the maps and B is [inputs, units] or transposed. */
    static OnnxValue gemm(OnnxNode node, OnnxLayers layers) {
        if (node.integer("transA", 0) != 0) {
            throw new IllegalArgumentException(say("models.onnx-weights.transa-supported"));
        }
        Floats matrix = matrix(node);
        boolean transposed = node.integer("transB", 0) != 0;
        int units = Math.toIntExact(matrix.dims()[transposed ? 0 : 1]);
        float[] bias = node.has(2) ? vector(node.floats(2), units) : new float[units];
        Memory memory = scaled(layers.memory(matrix), node.real("alpha", 1));
        return dense(node, layers, weights(matrix, memory, scaled(bias, node.real("beta", 1)), transposed));
    }

    /** The maps times a matrix [inputs, units]. */
    static OnnxValue matMul(OnnxNode node, OnnxLayers layers) {
        Floats matrix = matrix(node);
        float[] noBias = new float[Math.toIntExact(matrix.dims()[1])];
        return dense(node, layers, weights(matrix, layers.memory(matrix), noBias, false));
    }

    private static Weights weights(Floats matrix, Memory memory, float[] bias, boolean transposed) {
        int rows = Math.toIntExact(matrix.dims()[0]);
        int columns = Math.toIntExact(matrix.dims()[1]);
        return transposed
                ? Weights.in(memory, bias, rows, columns)
                : Weights.columnwise(memory, bias, /* units= */ columns, /* inputs= */ rows);
    }

    /** Of vectors a fully connected layer; of maps whose channels are the last axis a convolution by filters of 1x1. */
    private static OnnxValue dense(OnnxNode node, OnnxLayers layers, Weights weights) {
        Maps maps = node.maps(0);
        if (maps.rank() > 0 && maps.side(-1).of(maps.shape(), 1) == maps.shape().size()) {
            return layers.add(node.name(), new Dense(weights), channelsLast(maps.sides()), maps);
        }
        if (maps.rank() < 1 || maps.side(-1) != Side.CHANNELS) {
            throw new NoLayerException(say("models.onnx-weights.input-0-must-flat", maps.described()));
        }
        try (weights) {
            Weights filters = Weights.of(weights.values(), weights.bias(), weights.units(), weights.each(), 1, 1);
            return layers.alike(node, new Convolution(filters, Geometry.square(1, 1, 0), 1), maps);
        }
    }

    /** The same axes, the last of which is the channels, whatever it was called before. */
    private static List<Side> channelsLast(List<Side> sides) {
        List<Side> named = new ArrayList<>(sides);
        Collections.replaceAll(named, Side.CHANNELS, named.get(named.size() - 1));
        named.set(named.size() - 1, Side.CHANNELS);
        return named;
    }

    private static Floats matrix(OnnxNode node) {
        if (node.isMaps(1)) {
            throw new NoLayerException(say("models.onnx-weights.two-maps"));
        }
        Floats matrix = node.floats(1);
        if (matrix.dims().length != 2) {
            throw new IllegalArgumentException(say("models.onnx-weights.input-1-must-matrix", matrix.described()));
        }
        return matrix;
    }

    /** A number for each unit, of dims [units] or such that they broadcast to it. */
    static float[] vector(Floats floats, int units) {
        float[] values = floats.values();
        if (values.length == 1) {
            float[] all = new float[units];
            Arrays.fill(all, values[0]);
            return all;
        }
        long[] dims = floats.dims();
        if (values.length != units || dims[dims.length - 1] != units) {
            throw new IllegalArgumentException(say("models.onnx-weights.biases-expected", units, floats.described()));
        }
        return values;
    }

    private static float[] scaled(float[] values, float factor) {
        float[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    /** The memory itself, or a scaled copy in its place. */
    private static Memory scaled(Memory memory, float factor) {
        if (factor == 1) {
            return memory;
        }
        Memory copy = Memory.allocate(memory.floats().capacity());
        FloatBuffer from = memory.floats();
        FloatBuffer to = copy.floats();
        while (from.hasRemaining()) {
            to.put(from.get() * factor);
        }
        memory.close();
        return copy;
    }
}
