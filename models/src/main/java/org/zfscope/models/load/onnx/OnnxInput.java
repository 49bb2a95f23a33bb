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
 * @param sides the order of its axes: batch, channels, rows, columns, or the channels last
 * @param open whether the graph leaves rows or columns open
 */
record OnnxInput(String name, Shape shape, long batch, List<Side> sides, boolean open) {

    private static final int MAX_SIDE = 10_000;
    private static final List<Side> CHANNELS_LAST = List.of(Side.BATCH, Side.ROWS, Side.COLUMNS, Side.CHANNELS);

    /** Real numbers of any width are taken as floats, and bytes as what they say, 0 to 255. */
    private static final Set<TensorProto.DataType> NUMBERS = Set.of(
            TensorProto.DataType.FLOAT,
            TensorProto.DataType.DOUBLE,
            TensorProto.DataType.FLOAT16,
            TensorProto.DataType.BFLOAT16,
            TensorProto.DataType.UINT8);

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
        TensorProto.DataType numbers = TensorProto.DataType.forNumber(type.getElemType());
        if (numbers == null || !NUMBERS.contains(numbers)) {
            throw new IllegalArgumentException(say("models.onnx-input.input-32-bit-floats", input.getName(), numbers));
        }
        return of(input.getName(), type.getShape().getDimList(), size);
    }

    private static OnnxInput of(String name, List<Dimension> dims, InputSize size) {
        if (dims.size() != 4) {
            throw new IllegalArgumentException(say("models.onnx-input.input-batch-channels-height", name, dims.size()));
        }
        List<Side> sides = arePictures(dims.get(1)) || !arePictures(dims.get(3)) ? Side.PLAIN : CHANNELS_LAST;
        Dimension channels = dims.get(sides.indexOf(Side.CHANNELS));
        if (!arePictures(channels)) {
            throw new IllegalArgumentException(
                    isOpen(channels)
                            ? say("models.onnx-input.input-pictures-have-1", name)
                            : say("models.onnx-input.input-pictures-have-1-3", name, channels.getDimValue()));
        }
        Dimension rows = dims.get(sides.indexOf(Side.ROWS));
        Dimension columns = dims.get(sides.indexOf(Side.COLUMNS));
        Shape shape = new Shape(
                (int) channels.getDimValue(), side(name, rows, size.height()), side(name, columns, size.width()));
        long batch = isOpen(dims.get(0)) ? 1 : dims.get(0).getDimValue();
        return new OnnxInput(name, shape, batch, sides, isOpen(rows) || isOpen(columns));
    }

    private static boolean arePictures(Dimension channels) {
        return channels.getDimValue() == 1 || channels.getDimValue() == 3;
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
