package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Bundled;
import org.zfscope.models.open.Models;

/**
 * What a first start shows.
 *
 * @param picture makes the picture's file; called on the compute thread
 */
public record Welcome(Optional<ModelSource> model, Callable<Path> picture) {

    /** The network that ships, if this build has one. */
    public static Welcome with(Callable<Path> picture) {
        return new Welcome(Optional.of(Models.source(Bundled.NAME)).filter(Models::isThere), picture);
    }
}
