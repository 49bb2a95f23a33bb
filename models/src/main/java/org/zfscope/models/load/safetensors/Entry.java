package org.zfscope.models.load.safetensors;

import org.zfscope.models.zoo.torchvision.Sides;

/**
 * What a header says of a tensor.
 *
 * @param type as the file calls it
 * @param begin of its bytes, counted from the header's end
 * @param end behind its bytes
 */
record Entry(String type, Sides sides, long begin, long end) {

    /** The same bytes under other sides of as many numbers. */
    Entry with(Sides other) {
        return new Entry(type, other, begin, end);
    }
}
