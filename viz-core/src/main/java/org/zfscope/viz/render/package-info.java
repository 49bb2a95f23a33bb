/**
 * Numbers to pictures. {@link org.zfscope.viz.render.Contrast} gives values colours, {@link
 * org.zfscope.viz.render.Mosaic} lays tiles out, {@link org.zfscope.viz.render.Png} writes them with their {@link
 * org.zfscope.viz.render.Provenance}. Everything is drawn pixel by pixel, so that the same numbers give the same
 * picture on every machine.
 */
@NullMarked
package org.zfscope.viz.render;

import org.jspecify.annotations.NullMarked;
