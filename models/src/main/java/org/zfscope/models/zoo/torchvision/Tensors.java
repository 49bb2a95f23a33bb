package org.zfscope.models.zoo.torchvision;

import org.zfscope.models.compute.Memory;

/** Where the numbers of an architecture come from: a file, or chance. */
public interface Tensors {

    /** The numbers of a tensor that has {@code sides}, in row-major order, outside Java's heap; the caller owns them. */
    Memory memory(String tensor, Sides sides);

    /** The numbers of a tensor that has one side. */
    float[] vector(String tensor, int length);
}
