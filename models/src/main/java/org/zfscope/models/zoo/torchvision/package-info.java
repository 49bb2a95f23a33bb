/**
 * Architectures as PyTorch's torchvision has them, layer by layer under its modules' names, so that its weights fit. A
 * {@code Blueprint} says which tensors there are before there is a number in any of them.
 */
@NullMarked
package org.zfscope.models.zoo.torchvision;

import org.jspecify.annotations.NullMarked;
