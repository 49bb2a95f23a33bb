package org.zfscope.app.viewmodel;

import java.nio.file.Path;

/** An index of strongest pictures in the user's cache. */
public record KnownIndex(Path file) {

    /** What it was called. */
    public String name() {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
