package org.zfscope.models.compute;

import org.zfscope.models.tensor.Window;

/** Where one signal lives: a picture of the forward run, and a window of a layer's maps. */
public record Place(int picture, Window window) {}
