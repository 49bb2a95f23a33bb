package org.zfscope.models.zoo.torchvision;

import java.util.List;

/**
 * A layer in its place before it has weights.
 *
 * @param name as PyTorch's graph of the module calls it, such as {@code layer1.0.conv1}
 * @param channels of its output; the units of a vector
 */
record Part(String name, Plan plan, List<String> inputs, int channels) {

    Part {
        inputs = List.copyOf(inputs);
    }
}
