package org.zfscope.models.load.foreign;

/** Goes through the beginning of a file in protobuf's binary form, as far as it is there. */
final class Fields {

    private static final int MAX_TEXT = 4096;

    private final byte[] bytes;
    private int at;
    private int length;

    Fields(byte[] bytes) {
        this.bytes = bytes;
    }

    void skip(int count) {
        at += count;
    }

    /** Whether fields of those keys come next, each in the one before; goes to what is in the last. */
    boolean enters(int... keys) {
        for (int key : keys) {
            if (!entersOne(key)) {
                return false;
            }
        }
        return true;
    }

    private boolean entersOne(int key) {
        if (at >= bytes.length || bytes[at] != key) {
            return false;
        }
        int from = at + 1;
        long value = 0;
        for (int shift = 0; shift < 32 && from < bytes.length; shift += 7) {
            value |= (long) (bytes[from] & 0x7F) << shift;
            if (bytes[from++] >= 0) {
                length = (int) Math.min(value, Integer.MAX_VALUE);
                at = from;
                return true;
            }
        }
        return false;
    }

    /** Whether what was entered is text, all of it here; goes behind it. */
    boolean skipsText() {
        if (length < 1 || length > MAX_TEXT || length > bytes.length - at) {
            return false;
        }
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F) {
                return false;
            }
        }
        at += length;
        return true;
    }
}
