package org.zfscope.viz;

import java.util.Optional;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.tensor.Geometry;

/** Whether a network has max pools, and whether their windows share positions. */
enum Pools {
    NONE,
    APART,
    OVERLAPPING;

    Optional<MaxPool> layer() {
        return switch (this) {
            case NONE -> Optional.empty();
            case APART -> Optional.of(new MaxPool(Geometry.square(2, 2, 0)));
            case OVERLAPPING -> Optional.of(new MaxPool(Geometry.square(3, 2, 0).ceil()));
        };
    }
}
