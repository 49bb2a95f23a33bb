package org.zfscope.models.compute.onednn;

/** A max pool's output and where each of its values came from. The caller closes both. */
public record Pooled(Block values, Switches switches) implements AutoCloseable {

    @Override
    public void close() {
        values.close();
        switches.close();
    }
}
