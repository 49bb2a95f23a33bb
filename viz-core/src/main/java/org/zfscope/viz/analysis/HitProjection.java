package org.zfscope.viz.analysis;

import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * A hit carried back to the pixels: its picture run through the network again.
 *
 * @param recomputed the value that it has now
 * @param field the unit's receptive field in the network's input; it may hang over the border
 * @param projection [channels, field height, field width], zero outside the picture
 * @param inside the part of the field that lies in the picture
 * @param seen that part of the picture
 */
public record HitProjection(Hit hit, float recomputed, Window field, Tensor projection, Window inside, RgbImage seen) {

    /** Machines round differently; more than this is another model or another picture. */
    private static final float TOLERANCE = 1e-3f;

    /** Whether the value is still what the index says. */
    public boolean agrees() {
        float larger = Math.max(Math.abs(hit.value()), Math.abs(recomputed));
        return Math.abs(hit.value() - recomputed) <= TOLERANCE * larger + 1e-6f;
    }
}
