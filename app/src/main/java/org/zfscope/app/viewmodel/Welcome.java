package org.zfscope.app.viewmodel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.open.Models;

/**
 * What a first start shows.
 *
 * @param picture makes the picture's file; called on the compute thread
 */
public record Welcome(Optional<String> model, Callable<Path> picture) {

    private static final String BUNDLED = "bundled";

    /** The network that ships, if this build has one. */
    public static Welcome with(Callable<Path> picture) {
        return new Welcome(Optional.of(BUNDLED).filter(Models.names()::contains), picture);
    }

    /** Whether that is a file or a name of the zoo. */
    static boolean isThere(String model) {
        return Models.names().contains(model) || Files.isRegularFile(Path.of(model));
    }
}
