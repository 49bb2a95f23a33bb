package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.Optional;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.analysis.Hit;

/**
 * One of a unit's strongest pictures.
 *
 * @param patch what the unit sees of it
 * @param projection there when it has been made
 */
public record TopHit(Hit hit, Path file, RgbImage patch, Optional<RgbImage> projection) {}
