package org.zfscope.app.engine;

import java.nio.file.Path;

/**
 * A network that looks at a picture.
 *
 * @param model a file, or a name of the zoo
 */
public record Subject(String model, Path picture) {}
