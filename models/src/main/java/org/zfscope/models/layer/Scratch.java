package org.zfscope.models.layer;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays that live until the end of a block. */
final class Scratch implements AutoCloseable {

    private final List<INDArray> arrays = new ArrayList<>();

    INDArray keep(INDArray array) {
        arrays.add(array);
        return array;
    }

    @Override
    public void close() {
        arrays.forEach(INDArray::close);
    }
}
