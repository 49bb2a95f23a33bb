package org.zfscope.models.compute.nd4j;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies channels between arrays [pictures, channels, height, width]. */
final class Channels {

    private Channels() {}

    /** A new array with some of the channels. */
    static INDArray take(INDArray input, int first, int count) {
        INDArray output = Native.allocate(input.size(0), count, input.size(2), input.size(3));
        copy(input, first, output, 0, count);
        return output;
    }

    /** Copies all of {@code some} to the channels of {@code all} from {@code first} on. */
    static void put(INDArray some, INDArray all, int first) {
        copy(some, 0, all, first, (int) some.size(1));
    }

    private static void copy(INDArray from, int fromChannel, INDArray to, int toChannel, int count) {
        int area = (int) (from.size(2) * from.size(3));
        FloatBuffer source = Native.floats(from);
        FloatBuffer target = Native.floats(to);
        for (int i = 0; i < from.size(0); i++) {
            target.put(
                    (i * (int) to.size(1) + toChannel) * area,
                    source,
                    (i * (int) from.size(1) + fromChannel) * area,
                    count * area);
        }
    }
}
