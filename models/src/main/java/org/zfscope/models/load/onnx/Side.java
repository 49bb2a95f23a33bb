package org.zfscope.models.load.onnx;

import java.util.List;
import org.zfscope.models.tensor.Shape;

/** What an axis of a graph's array is of the maps that it stands for. */
enum Side {
    BATCH,
    CHANNELS,
    ROWS,
    COLUMNS,
    /** Nothing: one position that the graph has put there. */
    ONE;

    /** The order in which maps lie in memory. */
    static final List<Side> PLAIN = List.of(BATCH, CHANNELS, ROWS, COLUMNS);

    /** Positions along it. */
    long of(Shape shape, long batch) {
        return switch (this) {
            case BATCH -> batch;
            case CHANNELS -> shape.channels();
            case ROWS -> shape.height();
            case COLUMNS -> shape.width();
            case ONE -> 1;
        };
    }
}
