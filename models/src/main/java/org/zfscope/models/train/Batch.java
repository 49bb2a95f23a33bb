package org.zfscope.models.train;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.nd4j.Native;

/**
 * Pictures that go through a network together, and what it should say of them. Made once and filled again and again; who
 * makes it closes it.
 *
 * @param input [pictures, 3, side, side]
 * @param wanted [pictures, classes]
 */
record Batch(INDArray input, INDArray wanted) implements AutoCloseable {

    static Batch of(int pictures, int side, int classes) {
        return new Batch(Native.allocate(pictures, 3, side, side), Native.allocate(pictures, classes));
    }

    int size() {
        return (int) input.size(0);
    }

    /** To be filled: [pictures, 3, side, side]. */
    FloatBuffer pictures() {
        return Native.floats(input);
    }

    /** To be filled: [pictures, classes]. */
    FloatBuffer targets() {
        return Native.floats(wanted);
    }

    @Override
    public void close() {
        input.close();
        wanted.close();
    }
}
