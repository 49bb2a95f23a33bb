/**
 * PyTorch's weights without their code: {@code .safetensors} files onto the architectures of {@code zoo.torchvision}. From
 * bytes ({@code Safetensors}) by names ({@code StateDict}) to an architecture ({@code Fit}).
 */
@NullMarked
package org.zfscope.models.load.safetensors;

import org.jspecify.annotations.NullMarked;
