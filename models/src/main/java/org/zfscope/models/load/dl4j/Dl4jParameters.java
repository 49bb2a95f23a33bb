package org.zfscope.models.load.dl4j;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.zfscope.models.compute.nd4j.Native;

/** DL4J's one flat array of parameters, handed out piece by piece as views: there is no second copy of the weights. */
final class Dl4jParameters {

    private final INDArray flat;
    private long next;

    Dl4jParameters(INDArray flat) {
        this.flat = flat.castTo(DataType.FLOAT);
    }

    /** The next numbers as a row-major view. */
    INDArray take(long... shape) {
        long length = 1;
        for (long side : shape) {
            length = Math.multiplyExact(length, side);
        }
        if (length < 1 || length > flat.length() - next) {
            throw new IllegalArgumentException(
                    length + " parameters expected, " + (flat.length() - next) + " are left of " + flat.length());
        }
        long offset = flat.offset() + next;
        next += length;
        return Nd4j.create(flat.data(), shape, Nd4j.getStrides(shape, 'c'), offset, 'c');
    }

    /** A copy of the next numbers. */
    float[] floats(int length) {
        float[] values = new float[length];
        Native.floats(take(length)).get(values);
        return values;
    }

    void requireAllTaken() {
        if (next != flat.length()) {
            throw new IllegalArgumentException(
                    "the layers have " + next + " parameters, but there are " + flat.length());
        }
    }
}
