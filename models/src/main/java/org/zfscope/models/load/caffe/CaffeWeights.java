package org.zfscope.models.load.caffe;

import java.util.List;
import java.util.Set;

/** Weights by the names of their layers. */
interface CaffeWeights extends AutoCloseable {

    /** Arrays of a layer, in order; none if the file knows no such layer. */
    List<CaffeBlob> of(String layer);

    /** The layers that have any. */
    Set<String> layers();

    @Override
    default void close() {}
}
