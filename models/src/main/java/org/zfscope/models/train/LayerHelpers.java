package org.zfscope.models.train;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.common.util.ArrayUtil;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.tensor.Shape;

/** Ways to put faster code into the places where DL4J's layers let some in, which are meant for its own CUDA code. */
final class LayerHelpers {

    private LayerHelpers() {}

    static <L extends Layer> void install(Class<L> kind, Layer layer, Object helper) {
        try {
            var place = kind.getDeclaredField("helper");
            place.setAccessible(true);
            place.set(layer, helper);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is not the DL4J that zfscope was built with", e);
        }
    }

    /** The shape of one picture in [pictures, channels, height, width]. */
    static Shape shape(INDArray batch) {
        return new Shape((int) batch.size(1), (int) batch.size(2), (int) batch.size(3));
    }

    /** The array, or a copy of it if its values do not lie in row-major order without gaps. */
    static INDArray rowMajor(INDArray x) {
        boolean dense = x.ordering() == 'c' && Arrays.equals(x.stride(), ArrayUtil.calcStrides(x.shape()));
        return dense ? x : x.dup('c');
    }
}
