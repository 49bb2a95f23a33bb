package org.zfscope.models.compute.nd4j;

import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.Weights;

/**
 * Weights as ND4J takes them.
 *
 * @param weights over the weights' own memory
 * @param bias [units], a copy
 */
record Nd4jWeights(INDArray weights, INDArray bias) implements AutoCloseable {

    /** The weights' form, made when it is first asked for. */
    static Nd4jWeights of(Weights weights) {
        return weights.prepared(Nd4jWeights.class, Nd4jWeights.class, () -> {
            long[] sides = LongStream.range(0, weights.rank())
                    .map(i -> weights.side((int) i))
                    .toArray();
            return new Nd4jWeights(
                    Native.over(weights.floats(), weights.isColumnwise() ? 'f' : 'c', sides),
                    Native.copyOf(weights.bias(), weights.units()));
        });
    }

    /** The weights' memory belongs to the weights. */
    @Override
    public void close() {
        bias.close();
    }
}
