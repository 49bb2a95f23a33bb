package org.zfscope.models.io;

import static org.zfscope.models.words.Words.say;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A kind of number in a .npy file. */
record NpyType(Kind kind, ByteOrder order) {

    enum Kind {
        F4(4),
        F8(8),
        U1(1),
        I4(4),
        I8(8);

        private final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }

        private float next(ByteBuffer from) {
            return switch (this) {
                case F4 -> from.getFloat();
                case F8 -> (float) from.getDouble();
                case U1 -> from.get() & 0xFF;
                case I4 -> from.getInt();
                case I8 -> from.getLong();
            };
        }
    }

    int bytes() {
        return kind.bytes;
    }

    /** The next number, as near as a float comes to it. */
    float next(ByteBuffer from) {
        return kind.next(from.order(order));
    }

    /**
     * By NumPy's name: a byte order, a kind, a size.
     *
     * @throws IllegalArgumentException if it is another kind of number
     */
    static NpyType named(String name) {
        for (Kind kind : Kind.values()) {
            if (name.substring(1).equalsIgnoreCase(kind.name())) {
                return new NpyType(kind, name.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new IllegalArgumentException(say("models.npy-type.holds-numbers-type-save", name));
    }
}
