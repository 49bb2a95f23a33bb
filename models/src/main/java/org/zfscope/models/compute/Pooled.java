package org.zfscope.models.compute;

/** A max pool's output and where each of its values came from. The caller closes both. */
public record Pooled(Maps values, Switches switches) {}
