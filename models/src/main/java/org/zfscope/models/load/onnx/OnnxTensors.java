package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToLongBiFunction;
import onnx.Onnx.TensorProto;
import org.zfscope.models.load.onnx.OnnxValue.Floats;
import org.zfscope.models.load.onnx.OnnxValue.Ints;
import org.zfscope.models.tensor.Half;

/** From bytes to tensors: ONNX's several ways of storing numbers, checked against the dims they come with. */
final class OnnxTensors {

    private static final int MAX_RANK = 8;

    private final ExternalData external;

    OnnxTensors(ExternalData external) {
        this.external = external;
    }

    /**
     * The numbers of a tensor. Nothing is allocated before the dims agree with the data that is there.
     *
     * @throws IllegalArgumentException that names the tensor
     */
    OnnxValue decode(TensorProto t) {
        try {
            long[] dims = dims(t);
            return switch (type(t)) {
                case FLOAT -> finite(new Floats(t.getName(), dims, floats(t, OnnxDims.size(dims))));
                case DOUBLE -> finite(new Floats(t.getName(), dims, doubles(t, OnnxDims.size(dims))));
                case FLOAT16 -> finite(new Floats(t.getName(), dims, halves(t, OnnxDims.size(dims))));
                case BFLOAT16 -> finite(new Floats(t.getName(), dims, brains(t, OnnxDims.size(dims))));
                case INT64 -> new Ints(t.getName(), dims, longs(t, OnnxDims.size(dims)));
                case INT32 -> new Ints(t.getName(), dims, ints(t, OnnxDims.size(dims)));
                case BOOL -> new Ints(t.getName(), dims, flags(t, OnnxDims.size(dims)));
                default ->
                    throw new IllegalArgumentException(
                            say("models.onnx-tensors.numbers-type-supported-float", type(t)));
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(say("models.onnx-tensors.tensor", t.getName(), e.getMessage()), e);
        }
    }

    static TensorProto.DataType type(TensorProto t) {
        TensorProto.DataType type = TensorProto.DataType.forNumber(t.getDataType());
        return type == null ? TensorProto.DataType.UNRECOGNIZED : type;
    }

    private FloatBuffer floats(TensorProto t, int size) {
        return isPacked(t)
                ? packed(t, size, Float.BYTES).asFloatBuffer()
                : FloatBuffer.wrap(listed(size, t.getFloatDataCount(), t::getFloatData));
    }

    private FloatBuffer doubles(TensorProto t, int size) {
        return FloatBuffer.wrap(
                isPacked(t)
                        ? unpacked(size, packed(t, size, Double.BYTES), (b, i) -> b.getDouble(i * Double.BYTES))
                        : listed(size, t.getDoubleDataCount(), t::getDoubleData));
    }

    private FloatBuffer halves(TensorProto t, int size) {
        return FloatBuffer.wrap(
                isPacked(t)
                        ? unpacked(size, packed(t, size, Short.BYTES), (b, i) -> half(b.getShort(i * Short.BYTES)))
                        : listed(size, t.getInt32DataCount(), i -> half(t.getInt32Data(i))));
    }

    /** The upper halves of single precision. */
    private FloatBuffer brains(TensorProto t, int size) {
        return FloatBuffer.wrap(
                isPacked(t)
                        ? unpacked(size, packed(t, size, Short.BYTES), (b, i) -> brain(b.getShort(i * Short.BYTES)))
                        : listed(size, t.getInt32DataCount(), i -> brain(t.getInt32Data(i))));
    }

    private static float brain(int bits) {
        return Float.intBitsToFloat(bits << Short.SIZE);
    }

    private static float half(int bits) {
        return Half.toFloat(bits);
    }

    private long[] longs(TensorProto t, int size) {
        return isPacked(t)
                ? unpackedInts(size, packed(t, size, Long.BYTES), (b, i) -> b.getLong(i * Long.BYTES))
                : listedInts(size, t.getInt64DataCount(), t::getInt64Data);
    }

    private long[] ints(TensorProto t, int size) {
        return isPacked(t)
                ? unpackedInts(size, packed(t, size, Integer.BYTES), (b, i) -> b.getInt(i * Integer.BYTES))
                : listedInts(size, t.getInt32DataCount(), t::getInt32Data);
    }

    private long[] flags(TensorProto t, int size) {
        return isPacked(t)
                ? unpackedInts(size, packed(t, size, 1), ByteBuffer::get)
                : listedInts(size, t.getInt32DataCount(), t::getInt32Data);
    }

    private static boolean isPacked(TensorProto t) {
        return isExternal(t) || !t.getRawData().isEmpty();
    }

    private static boolean isExternal(TensorProto t) {
        return t.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
    }

    /** The tensor's bytes, as many as its dims ask for. */
    private ByteBuffer packed(TensorProto t, int size, int width) {
        long bytes = (long) size * width;
        if (isExternal(t)) {
            return external.read(place(t), bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer raw = t.getRawData().asReadOnlyByteBuffer();
        if (raw.remaining() != bytes) {
            throw new IllegalArgumentException(
                    say("models.onnx-tensors.dims-need-bytes-file", t.getDimsList(), bytes, raw.remaining()));
        }
        return raw.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Map<String, String> place(TensorProto t) {
        Map<String, String> place = new HashMap<>();
        t.getExternalDataList().forEach(entry -> place.put(entry.getKey(), entry.getValue()));
        return place;
    }

    private static float[] unpacked(int size, ByteBuffer bytes, ToDoubleBiFunction<ByteBuffer, Integer> number) {
        return listed(size, size, i -> number.applyAsDouble(bytes, i));
    }

    private static long[] unpackedInts(int size, ByteBuffer bytes, ToLongBiFunction<ByteBuffer, Integer> number) {
        return listedInts(size, size, i -> number.applyAsLong(bytes, i));
    }

    private static float[] listed(int size, int found, IntToDoubleFunction number) {
        check(size, found);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) number.applyAsDouble(i);
        }
        return values;
    }

    private static long[] listedInts(int size, int found, IntToLongFunction number) {
        check(size, found);
        long[] values = new long[size];
        Arrays.setAll(values, number);
        return values;
    }

    private static void check(int size, int found) {
        if (size != found) {
            throw new IllegalArgumentException(say("models.onnx-tensors.dims-ask-numbers-file", size, found));
        }
    }

    private static long[] dims(TensorProto t) {
        if (t.hasSegment() || t.getDimsCount() > MAX_RANK) {
            throw new IllegalArgumentException(say("models.onnx-tensors.segments-more-dims-supported", MAX_RANK));
        }
        return t.getDimsList().stream().mapToLong(d -> d).toArray();
    }

    private static Floats finite(Floats floats) {
        FloatBuffer data = floats.data();
        for (int i = 0; i < data.capacity(); i++) {
            if (!Float.isFinite(data.get(i))) {
                throw new IllegalArgumentException(say("models.onnx-tensors.has-index-weights-must", data.get(i), i));
            }
        }
        return floats;
    }
}
