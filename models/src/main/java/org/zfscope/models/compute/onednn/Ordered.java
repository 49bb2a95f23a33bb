package org.zfscope.models.compute.onednn;

/**
 * A block in the order that an operation wants.
 *
 * @param end gives it back if it is a copy
 */
record Ordered(Block block, Runnable end) implements AutoCloseable {

    static Ordered copy(Block copy) {
        return new Ordered(copy, copy::close);
    }

    @Override
    public void close() {
        end.run();
    }
}
