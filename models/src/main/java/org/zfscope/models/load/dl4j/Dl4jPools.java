package org.zfscope.models.load.dl4j;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.GlobalAveragePool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** DL4J's pooling layers. */
public final class Dl4jPools {

    private Dl4jPools() {}

    /** The pool that slides over an input of that shape. */
    public static Layer pool(SubsamplingLayer layer, Shape input) {
        Geometry geometry = Dl4jWindow.of(layer).over(input);
        Divisor divisor = layer.isAvgPoolIncludePadInDivisor() ? Divisor.KERNEL : Divisor.INSIDE;
        return of(layer.getPoolingType(), geometry, divisor);
    }

    static Layer global(GlobalPoolingLayer layer, Shape input) {
        int[] sides = layer.getPoolingDimensions();
        if (sides != null && !Arrays.equals(sides, new int[] {2, 3}) && !Arrays.equals(sides, new int[] {1, 2})) {
            throw new IllegalArgumentException(
                    say("models.dl4j-pools.global-pooling-over-dimensions", Arrays.toString(sides)));
        }
        if (layer.getPoolingType() == PoolingType.AVG) {
            return new GlobalAveragePool();
        }
        Geometry whole = new Geometry(Axis.of(input.height(), 1, 0), Axis.of(input.width(), 1, 0));
        return of(layer.getPoolingType(), whole, Divisor.ONE);
    }

    private static Layer of(@Nullable PoolingType type, Geometry geometry, Divisor divisor) {
        if (type == null) {
            throw new IllegalArgumentException(say("models.dl4j-pools.type-pooling-expected-none"));
        }
        return switch (type) {
            case MAX -> new MaxPool(geometry);
            case AVG -> new AveragePool(geometry, divisor);
            case SUM -> new AveragePool(geometry, Divisor.ONE);
            case PNORM -> throw new IllegalArgumentException(say("models.dl4j-pools.pnorm-pooling-supported"));
        };
    }
}
