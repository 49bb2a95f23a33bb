package org.zfscope.models.load.caffe;

import java.util.Arrays;
import java.util.Random;

/** A copy of a file with something wrong: half of all damage lies in the first or last 4 KiB, where files keep their structure. */
final class Mutation {

    private static final int EDGE = 4096;

    private Mutation() {}

    static byte[] of(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        int kind = random.nextInt(8);
        if (kind == 0) {
            return Arrays.copyOf(copy, random.nextInt(copy.length));
        }
        if (kind == 1) {
            return withoutPiece(copy, random);
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            copy[place(copy.length, random)] = value(random);
        }
        return copy;
    }

    private static byte[] withoutPiece(byte[] copy, Random random) {
        int from = place(copy.length, random);
        int length = Math.min(copy.length - from, 1 + random.nextInt(16));
        System.arraycopy(copy, from + length, copy, from, copy.length - from - length);
        return Arrays.copyOf(copy, copy.length - length);
    }

    private static int place(int length, Random random) {
        int edge = Math.min(EDGE, length);
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(edge);
            case 1 -> length - 1 - random.nextInt(edge);
            default -> random.nextInt(length);
        };
    }

    private static byte value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> (byte) 0xFF;
            case 1 -> 0;
            case 2 -> (byte) "{}:\"0123456789-. \n".charAt(random.nextInt(18));
            default -> (byte) random.nextInt();
        };
    }
}
