package org.zfscope.app.viewmodel;

import java.nio.file.Path;
import org.zfscope.models.load.ModelSource;
import org.zfscope.viz.Target;

/**
 * Somewhere that was looked at.
 *
 * @param layer whose maps were shown
 * @param target what was projected
 */
record Place(ModelSource model, Path picture, String layer, Target target) {}
