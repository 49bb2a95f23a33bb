package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.load.ImageNet;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Hit;

/**
 * One of a unit's strongest pictures.
 *
 * @param patch what the unit sees of it
 * @param projection there when it has been made
 */
public record TopHit(Hit hit, Path file, RgbImage patch, Optional<RgbImage> projection) {

    /** What it is ranked by, in a few digits. */
    public String value() {
        return Quantities.value(hit.value());
    }

    /** The class of the picture; empty where nobody said so. */
    public String label() {
        return ImageNet.readable(hit.picture().label());
    }

    /** What it is ranked by, and where in which picture. */
    public String place() {
        return say(
                "app.top-hit.at-in",
                Quantities.value(hit.value()),
                hit.y(),
                hit.x(),
                hit.picture().path());
    }
}
