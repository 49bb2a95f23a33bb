package org.zfscope.models.load.dl4j;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.zfscope.models.tensor.Shape;

/**
 * What a vertex gives, on both sides of the conversion.
 *
 * @param node the node that gives it here
 * @param shape its shape here; a fully connected layer takes maps as they are, so this need not be flat for a vector
 * @param vector whether DL4J holds it as a vector
 * @param order whether DL4J holds the maps, or the vector made from them, channels first or channels last
 */
record Dl4jValue(String node, Shape shape, boolean vector, CNN2DFormat order) {

    Dl4jValue flattened(CNN2DFormat in) {
        return new Dl4jValue(node, shape, true, in);
    }

    /** A vector of this node's maps, whose order here and in DL4J are two. */
    boolean isPermuted() {
        return vector && order == CNN2DFormat.NHWC && !shape.isFlat() && shape.channels() > 1;
    }
}
