package org.zfscope.models.layer;

import org.zfscope.models.tensor.Tensor;

/**
 * A normalisation by the mean and variance of the picture itself, with a learned scale and shift for each channel. With n
 * the values less their mean, over their deviation, it gives scale * n + shift.
 */
public sealed interface Standardising permits GroupNorm, LayerNorm {

    /** A picture's maps, normalised. */
    Tensor normalised(Tensor x);

    /**
     * The true derivative at work: with g the signal times the scale, it becomes
     * (g - mean of g - n * mean of g * n) / deviation.
     *
     * @param x what came in on the way forward, [channels, height, width]
     * @param signal of the same shape
     */
    Tensor derivative(Tensor x, Tensor signal);

    /** The same with mean and deviation held as they were: scale / deviation times the signal, as through a batch norm. */
    Tensor held(Tensor x, Tensor signal);
}
