package org.zfscope.models.load.hdf5;

import static org.zfscope.models.words.Words.say;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OpaqueDataType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.zfscope.models.tensor.Half;
import org.zfscope.models.words.Quantities;

/** An array of numbers of an HDF5 file; nothing is read before it is asked for. */
public final class Hdf5Array {

    private static final int MAX_RANK = 8;

    /** Compressed weights shrink to no less than this part. */
    private static final long MAX_RATIO = 100;

    private static final String BFLOAT16 = "bfloat16";

    private final Dataset dataset;
    private final String path;
    private final long fileSize;

    Hdf5Array(Dataset dataset, String path, long fileSize) {
        this.dataset = dataset;
        this.path = path;
        this.fileSize = fileSize;
    }

    public String path() {
        return path;
    }

    /** How long each side is; none for a single number. */
    public long[] sides() {
        return Damage.guard(
                path,
                () -> Arrays.stream(dataset.getDimensions()).asLongStream().toArray());
    }

    /** The sides as messages name them. */
    public String shape() {
        return sides().length == 0 ? "1" : Quantities.shape(sides());
    }

    /**
     * The numbers in row-major order: floats of 16, 32 or 64 bits, or bfloat16.
     *
     * @throws IllegalArgumentException if they are of another type, are not finite, or are more than the file can hold
     */
    public float[] floats() {
        int count = count();
        float[] values = Damage.guard(path, () -> read(count))
                .orElseThrow(() -> new IllegalArgumentException(say("models.hdf5-array.numbers-type", path, type())));
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(say("models.hdf5-array.not-finite", path, values[i], i));
            }
        }
        return values;
    }

    private String type() {
        return Damage.guard(
                path,
                () -> dataset.getDataType().getClass().getSimpleName() + " "
                        + dataset.getDataType().getSize() * 8);
    }

    private int count() {
        long[] sides = sides();
        long count = 1;
        for (long side : sides) {
            count = side < 0 || sides.length > MAX_RANK || count > fileSize * MAX_RATIO ? -1 : count * side;
            if (count < 0) {
                throw tooLarge();
            }
        }
        long width = Damage.guard(path, () -> (long) dataset.getDataType().getSize());
        boolean plain = dataset instanceof ContiguousDataset;
        long most = plain ? fileSize / Math.max(1, width) : Math.min(fileSize * MAX_RATIO, Integer.MAX_VALUE - 8L) / 4;
        if (count > most) {
            throw tooLarge();
        }
        return (int) count;
    }

    private IllegalArgumentException tooLarge() {
        return new IllegalArgumentException(say("models.hdf5-array.too-large", path, shape(), fileSize));
    }

    /** Nothing where the type is another. */
    private Optional<float[]> read(int count) {
        DataType type = dataset.getDataType();
        boolean brain = type instanceof OpaqueDataType && type.getSize() == Short.BYTES && isBrainFloat();
        if (!brain && !(type instanceof FloatingPoint)) {
            return Optional.empty();
        }
        if (count == 0) {
            return Optional.of(new float[0]);
        }
        if (!(dataset instanceof ContiguousDataset contiguous)) {
            return brain ? Optional.empty() : flat(dataset.getDataFlat(), count);
        }
        ByteBuffer bytes = contiguous.getBuffer();
        float[] values = new float[count];
        if (type.getSize() == Float.BYTES) {
            bytes.asFloatBuffer().get(values);
            return Optional.of(values);
        }
        for (int i = 0; i < count; i++) {
            values[i] = brain ? Float.intBitsToFloat(bytes.getShort(2 * i) << 16) : number(bytes, i, type.getSize());
        }
        return Optional.of(values);
    }

    private static float number(ByteBuffer bytes, int i, int width) {
        return switch (width) {
            case Short.BYTES -> Half.toFloat(bytes.getShort(i * Short.BYTES));
            case Double.BYTES -> (float) bytes.getDouble(i * Double.BYTES);
            default -> throw new IllegalArgumentException(say("models.hdf5-array.bytes-a-number", width));
        };
    }

    private static Optional<float[]> flat(Object data, int count) {
        float[] values = new float[count];
        if (data instanceof float[] floats && floats.length == count) {
            return Optional.of(floats);
        }
        if (!(data instanceof double[] doubles) || doubles.length != count) {
            return Optional.empty();
        }
        Arrays.setAll(doubles, i -> values[i] = (float) doubles[i]);
        return Optional.of(values);
    }

    private boolean isBrainFloat() {
        Attribute type = dataset.getAttributes().get("dtype");
        return type != null && BFLOAT16.equals(type.getData());
    }
}
