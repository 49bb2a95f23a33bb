package org.zfscope.models.load.safetensors;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.zfscope.models.tensor.Half;

/** How a file stores a number that can be a weight, as safetensors calls it. */
enum NumberType {
    F32(Float.BYTES) {
        @Override
        void read(ByteBuffer bytes, float[] into, int count) {
            bytes.asFloatBuffer().get(into, 0, count);
        }
    },
    F16(Short.BYTES) {
        @Override
        void read(ByteBuffer bytes, float[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = Half.toFloat(bytes.getShort(i * Short.BYTES));
            }
        }
    },
    /** The upper half of a float. */
    BF16(Short.BYTES) {
        @Override
        void read(ByteBuffer bytes, float[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = Float.intBitsToFloat(bytes.getShort(i * Short.BYTES) << Short.SIZE);
            }
        }
    },
    F64(Double.BYTES) {
        @Override
        void read(ByteBuffer bytes, float[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = (float) bytes.getDouble(i * Double.BYTES);
            }
        }
    };

    private final int bytes;

    NumberType(int bytes) {
        this.bytes = bytes;
    }

    static Optional<NumberType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Bytes of one number. */
    int bytes() {
        return bytes;
    }

    /** The first numbers of little-endian bytes. */
    abstract void read(ByteBuffer bytes, float[] into, int count);
}
