package org.zfscope.models.load.caffe;

import static org.zfscope.models.words.Words.say;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zfscope.models.load.caffe.CaffeFields.Field;

/**
 * Reads protobuf's binary form. Fields that {@link CaffeFields} does not list are stepped over; arrays of numbers stay where
 * they are. No length is believed before it is compared with what is left.
 */
final class CaffeWire {

    /** Fields of one file, arrays counting once: more than any net has. */
    private static final int MAX_FIELDS = 2_000_000;

    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private int fields;

    private CaffeWire() {}

    /**
     * A whole message.
     *
     * @param kind as {@link CaffeFields} names it
     * @throws IllegalArgumentException if the bytes are no such message
     */
    static CaffeMessage read(ByteBuffer bytes, String kind) {
        return new CaffeWire().message(bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), kind);
    }

    private CaffeMessage message(ByteBuffer in, String kind) {
        CaffeMessage message = new CaffeMessage();
        while (in.hasRemaining()) {
            if (++fields > MAX_FIELDS) {
                throw new IllegalArgumentException(say("models.caffe-wire.fields", MAX_FIELDS));
            }
            long key = varint(in);
            int wire = (int) (key & 7);
            Optional<Field> field =
                    key >>> 3 > Integer.MAX_VALUE ? Optional.empty() : CaffeFields.of(kind, (int) (key >>> 3));
            switch (wire) {
                case VARINT -> {
                    long value = varint(in);
                    field.ifPresent(f -> message.put(f.name(), word(f.kind(), value)));
                }
                case EIGHT_BYTES -> {
                    ByteBuffer value = part(in, Double.BYTES);
                    field.ifPresent(f -> message.put(f.name(), value));
                }
                case LENGTH -> {
                    ByteBuffer value = part(in, varint(in));
                    field.ifPresent(f -> put(message, f, value));
                }
                case FOUR_BYTES -> {
                    ByteBuffer value = part(in, Float.BYTES);
                    field.ifPresent(f -> number(message, f, value));
                }
                default -> throw new IllegalArgumentException(say("models.caffe-wire.wire-type", wire, in.position()));
            }
        }
        return message;
    }

    private void put(CaffeMessage message, Field field, ByteBuffer value) {
        switch (field.kind()) {
            case "text" ->
                message.put(field.name(), StandardCharsets.UTF_8.decode(value).toString());
            case "floats", "doubles" -> message.put(field.name(), value);
            case "float" -> {
                while (value.hasRemaining()) {
                    number(message, field, part(value, Float.BYTES));
                }
            }
            default -> {
                if (CaffeFields.isMessage(field.kind())) {
                    message.put(field.name(), message(value, field.kind()));
                } else {
                    while (value.hasRemaining()) {
                        count();
                        message.put(field.name(), word(field.kind(), varint(value)));
                    }
                }
            }
        }
    }

    private void count() {
        if (++fields > MAX_FIELDS) {
            throw new IllegalArgumentException(say("models.caffe-wire.fields", MAX_FIELDS));
        }
    }

    /** One number of four bytes, which may be all that is left of an array. */
    private void number(CaffeMessage message, Field field, ByteBuffer value) {
        count();
        if (field.kind().equals("floats")) {
            message.put(field.name(), value);
        } else {
            message.put(field.name(), Float.toString(value.getFloat()));
        }
    }

    private static String word(String kind, long value) {
        if (kind.equals("bool")) {
            return Boolean.toString(value != 0);
        }
        String[] words = kind.split("\\|", -1);
        return words.length > 1 && value >= 0 && value < words.length ? words[(int) value] : Long.toString(value);
    }

    private static ByteBuffer part(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(say("models.caffe-wire.cut-off", length, in.remaining()));
        }
        ByteBuffer part = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return part;
    }

    static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException(say("models.caffe-wire.number-without-end"));
    }
}
