package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Set;
import onnx.Onnx.GraphProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.words.Quantities;

/**
 * The one input of a graph that takes pictures.
 *
 * @param batch pictures at a time that the graph was written for; 1 where it leaves that open
 * @param open whether the graph leaves rows or columns open
 */
record OnnxInput(String name, Shape shape, long batch, boolean open) {

    private static final int MAX_SIDE = 10_000;

    /**
     * Finds it.
     *
     * @param constants what has a value already; old models list those among their inputs too
     * @param size rows and columns where the graph leaves them open
     * @throws IllegalArgumentException if there is not exactly one, or it does not take pictures
     */
    static OnnxInput of(GraphProto graph, Set<String> constants, InputSize size) {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(i -> !constants.contains(i.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw new IllegalArgumentException(say(
                    "models.onnx-input.one-input-expected-which",
                    inputs.stream().map(ValueInfoProto::getName).toList()));
        }
        ValueInfoProto input = inputs.get(0);
        TypeProto.Tensor type = input.getType().getTensorType();
        if (type.getElemType() != TensorProto.DataType.FLOAT_VALUE) {
            throw new IllegalArgumentException(say(
                    "models.onnx-input.input-32-bit-floats",
                    input.getName(),
                    TensorProto.DataType.forNumber(type.getElemType())));
        }
        return of(input.getName(), type.getShape().getDimList(), size);
    }

    private static OnnxInput of(String name, List<Dimension> dims, InputSize size) {
        if (dims.size() != 4) {
            throw new IllegalArgumentException(say("models.onnx-input.input-batch-channels-height", name, dims.size()));
        }
        long channels = dims.get(1).getDimValue();
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException(
                    isOpen(dims.get(1))
                            ? say("models.onnx-input.input-pictures-have-1", name)
                            : say("models.onnx-input.input-pictures-have-1-3", name, channels));
        }
        Shape shape = new Shape(
                (int) channels, side(name, dims.get(2), size.height()), side(name, dims.get(3), size.width()));
        long batch = isOpen(dims.get(0)) ? 1 : dims.get(0).getDimValue();
        return new OnnxInput(name, shape, batch, isOpen(dims.get(2)) || isOpen(dims.get(3)));
    }

    /** Exporters write an open side as a name, as nothing, or as a number below 1. */
    private static boolean isOpen(Dimension dim) {
        return dim.getDimValue() < 1;
    }

    private static int side(String name, Dimension dim, int usual) {
        if (dim.getDimValue() > MAX_SIDE) {
            throw new IllegalArgumentException(say(
                    "models.onnx-input.input-pictures-most-expected",
                    name,
                    Quantities.shape(MAX_SIDE, MAX_SIDE),
                    dim.getDimValue()));
        }
        return isOpen(dim) ? usual : (int) dim.getDimValue();
    }
}
