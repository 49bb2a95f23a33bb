package org.zfscope.app.viewmodel;

import java.util.Optional;
import org.zfscope.models.image.RgbImage;

/**
 * A small picture for the film.
 *
 * @param picture none while it is being made, of a network's input, and of what cannot be read
 * @param problem why it cannot be read; else empty
 */
public record Thumbnail(Optional<RgbImage> picture, String problem) {

    static final Thumbnail NOTHING = new Thumbnail(Optional.empty(), "");

    /** Whether the file is no picture. */
    public boolean isBroken() {
        return !problem.isEmpty();
    }
}
