package org.zfscope.models.tensor;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The border between Java's arrays and ND4J's memory outside the heap. Only models and viz-core cross it. */
public final class Native {

    private Native() {}

    /** Loads the native libraries, which takes about a second; later calls do nothing. */
    public static void load() {
        allocate(1).close();
    }

    /** A new array whose content is undefined; the caller closes it. */
    public static INDArray allocate(long... shape) {
        return Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', shape);
    }

    /** A new array with a copy of the values; the caller closes it. */
    public static INDArray copyOf(float[] values, long... shape) {
        INDArray array = allocate(shape);
        floats(array).put(values);
        return array;
    }

    /** A new array of another shape with the same values; unlike a view by ND4J's reshape, its close gives memory back. */
    public static INDArray reshaped(INDArray array, long... shape) {
        INDArray copy = allocate(shape);
        floats(copy).put(floats(array));
        return copy;
    }

    /** The array's own memory, in row-major order; valid while the array is open. */
    public static FloatBuffer floats(INDArray array) {
        if (array.dataType() != DataType.FLOAT || !dense(array)) {
            throw new IllegalArgumentException("row-major floats expected, found " + array.shapeInfoToString());
        }
        FloatPointer pointer = new FloatPointer(array.data().addressPointer()).capacity(array.length());
        return pointer.asBuffer();
    }

    /** Goes by the strides: with sides of 1, ND4J may call the same memory column-major. */
    private static boolean dense(INDArray array) {
        long expected = 1;
        for (int d = array.rank() - 1; d >= 0; d--) {
            if (array.size(d) != 1 && array.stride(d) != expected) {
                return false;
            }
            expected *= array.size(d);
        }
        return true;
    }

    /** A copy of picture i's values of [batch, channels, height, width]. */
    public static Tensor picture(INDArray batch, int i) {
        Shape shape = shape(batch);
        float[] values = new float[shape.size()];
        floats(batch).position(i * values.length).get(values);
        return new Tensor(shape, values);
    }

    /** The shape of one picture in [batch, channels, height, width]. */
    public static Shape shape(INDArray batch) {
        return new Shape((int) batch.size(1), (int) batch.size(2), (int) batch.size(3));
    }
}
