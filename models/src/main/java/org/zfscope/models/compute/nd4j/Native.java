package org.zfscope.models.compute.nd4j;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The border between plain floats and ND4J's arrays. Only this engine and what uses DL4J cross it. */
public final class Native {

    private Native() {}

    /** A new array whose content is undefined; the caller closes it. */
    public static INDArray allocate(long... shape) {
        return Nd4j.createUninitializedDetached(DataType.FLOAT, 'c', shape);
    }

    /** A new array with a copy of values in row-major order; the caller closes it. */
    public static INDArray copyOf(float[] values, long... shape) {
        INDArray array = allocate(shape);
        floats(array).put(values);
        return array;
    }

    /** A new array that is filled now; given back if that fails. The caller closes it. */
    static INDArray filled(long[] shape, Consumer<INDArray> filling) {
        INDArray array = allocate(shape);
        try {
            filling.accept(array);
            return array;
        } catch (RuntimeException | OutOfMemoryError e) {
            array.close();
            throw e;
        }
    }

    /**
     * An array over memory of somebody else, who keeps it as long as the array is used.
     *
     * @param order c for row-major, f for column-major
     */
    static INDArray over(FloatBuffer memory, char order, long... shape) {
        var buffer = Nd4j.createBuffer(new FloatPointer(memory), memory.capacity(), DataType.FLOAT);
        return Nd4j.create(buffer, shape, Nd4j.getStrides(shape, order), 0, order);
    }

    /** The array's own memory, in row-major order; valid while the array is open. */
    public static FloatBuffer floats(INDArray array) {
        if (array.dataType() != DataType.FLOAT || !dense(array)) {
            throw new IllegalArgumentException(
                    say("models.native.row-major-floats-expected", array.shapeInfoToString()));
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
}
