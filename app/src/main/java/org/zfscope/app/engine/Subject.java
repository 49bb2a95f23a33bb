package org.zfscope.app.engine;

import java.nio.file.Path;
import org.zfscope.models.load.ModelSource;

/**
 * A network that looks at a picture.
 */
public record Subject(ModelSource model, Path picture) {}
