package org.zfscope.models.compute;

import static org.zfscope.models.words.Words.say;

import java.lang.ref.Cleaner;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Floats outside Java's heap. Several owners may share them, or hold a part each; they are freed when the last has closed its part
 * or forgotten it. JavaCPP's own pointers would count against the heap's limit, which has nothing to do with this.
 */
public final class Memory implements AutoCloseable {

    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final Block block;
    private final FloatBuffer floats;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What was taken from the system at once. */
    private static final class Block {

        private final FloatBuffer floats;
        private final AtomicInteger owners = new AtomicInteger();
        private final Cleaner.Cleanable freeing;

        Block(long count) {
            Pointer pointer = Pointer.malloc(Math.max(1, Math.multiplyExact(count, Float.BYTES)));
            if (pointer.isNull()) {
                throw new OutOfMemoryError(say("models.memory.memory-outside-heap-numbers", count));
            }
            floats = new FloatPointer(pointer).capacity(count).asBuffer();
            freeing = FORGOTTEN.register(this, () -> Pointer.free(pointer));
        }
    }

    private Memory(Block block, FloatBuffer floats) {
        this.block = block;
        this.floats = floats;
        block.owners.incrementAndGet();
    }

    /** Memory with undefined content. */
    public static Memory allocate(long count) {
        Block block = new Block(count);
        return new Memory(block, block.floats);
    }

    /** A copy of values. */
    public static Memory of(float[] values) {
        Memory memory = allocate(values.length);
        memory.floats().put(values);
        return memory;
    }

    /** The whole of it, valid while this is open. */
    public FloatBuffer floats() {
        if (closed.get()) {
            throw new IllegalStateException("memory of " + floats.capacity() + " numbers is used after it was closed");
        }
        return floats.duplicate();
    }

    /** A part of it with an owner of its own. */
    public Memory part(long first, long count) {
        return new Memory(block, floats().slice(Math.toIntExact(first), Math.toIntExact(count)));
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true) && block.owners.decrementAndGet() == 0) {
            block.freeing.clean();
        }
    }
}
