package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.compute.Engine.Listening;

/**
 * oneDNN on this machine's processor: one engine, one stream, and the memory and compiled operations that all share. One
 * operation runs at a time; OpenMP's threads share it out.
 */
public final class OneDnn implements AutoCloseable {

    /** Compiled operations that are kept. VGG16 with its way back needs about 80. */
    private static final int PRIMITIVES = 512;

    private static final int DESCRIPTIONS = 4096;
    private static final long ONCE_BYTES = 16L << 20;
    private static final long AGAIN_BYTES = Math.min(1L << 30, Pointer.maxBytes() / 4); // JavaCPP counts them

    private volatile Consumer<String> listener = implementation -> {};
    private final dnnl_engine engine = new dnnl_engine();
    private final dnnl_stream stream = new dnnl_stream();
    private final Shelf shelf = new Shelf(ONCE_BYTES, AGAIN_BYTES);
    private final Arena arena = new Arena();
    private final Map<Object, Primitive> primitives = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Layout, dnnl_memory_desc_t> descriptions = new HashMap<>();
    private Arena.@Nullable Piece scratch;

    /** @throws LinkageError where there is no oneDNN for this machine */
    public OneDnn() {
        Status.check(dnnl.dnnl_engine_create(engine, dnnl.dnnl_cpu, 0), "start");
        Status.check(dnnl.dnnl_stream_create(stream, engine, dnnl.dnnl_stream_default_flags), "start a stream");
    }

    /** Whether there is a oneDNN for this machine and it can be loaded. The first call takes a third of a second. */
    public static boolean isAvailable() {
        try {
            return dnnl.dnnl_engine_get_count(dnnl.dnnl_cpu) > 0;
        } catch (LinkageError e) {
            return false;
        }
    }

    /** Its version, such as 2.5.2. */
    public static String version() {
        dnnl_version_t version = dnnl.dnnl_version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    /** The widest instructions that it uses here, such as {@code avx512_core} or {@code avx2}. */
    public static String instructions() {
        return Instructions.name(dnnl.dnnl_get_effective_cpu_isa());
    }

    /** The order in which this machine's implementations take their maps. */
    public static Order order() {
        return Instructions.has(dnnl.dnnl_get_effective_cpu_isa(), dnnl.dnnl_cpu_isa_avx512_core)
                ? Order.BLOCKS_OF_16
                : Order.BLOCKS_OF_8;
    }

    /** A block whose values are still to be written; spare lanes are zero. */
    public Block block(Layout layout) {
        return new Block(this, layout);
    }

    /** A block with a copy of values in the order [batch, channels, height, width]. */
    public Block copyOf(FloatBuffer values, Extent extent) {
        Block block = block(new Layout(extent, Order.PLAIN));
        block.floats().put(0, values, values.position(), extent.size());
        return block;
    }

    /** A block that somebody fills now; given back if that fails. */
    Block filled(Layout layout, Consumer<Block> filling) {
        Block block = block(layout);
        try {
            filling.accept(block);
            return block;
        } catch (RuntimeException | OutOfMemoryError e) {
            block.close();
            throw e;
        }
    }

    /** The same values in another order: the block itself where it has that order already. */
    Ordered inOrder(Block block, Order order) {
        return block.layout().order() == order
                ? new Ordered(block, () -> {})
                : Ordered.copy(Reorder.copy(this, block, order));
    }

    /** From now on this one is told what runs, until the end of listening. */
    Listening listen(Consumer<String> other) {
        Consumer<String> before = listener;
        listener = other;
        return () -> listener = before;
    }

    /** Says what runs. */
    void tell(String implementation) {
        listener.accept(implementation);
    }

    dnnl_engine engine() {
        return engine;
    }

    dnnl_stream stream() {
        return stream;
    }

    /** Prepared filters. The caller holds this object's lock. */
    Shelf shelf() {
        return shelf;
    }

    Arena arena() {
        return arena;
    }

    /** For the caller to destroy. */
    dnnl_memory memory(dnnl_memory_desc_t description, Pointer values) {
        dnnl_memory memory = new dnnl_memory();
        Status.check(dnnl.dnnl_memory_create(memory, description, engine, values), "take memory");
        return memory;
    }

    /** The description of a layout; it belongs to this. */
    synchronized dnnl_memory_desc_t description(Layout layout) {
        if (descriptions.size() > DESCRIPTIONS) {
            descriptions.clear(); // the garbage collector frees them, as somebody may still look at one
        }
        return descriptions.computeIfAbsent(layout, Description::of);
    }

    /** The compiled operation of that name; compiled now if it is new. The caller holds this object's lock. */
    Primitive primitive(Object key, Supplier<Primitive> compiler) {
        Primitive known = primitives.get(key);
        if (known != null) {
            return known;
        }
        Primitive compiled = compiler.get();
        primitives.put(key, compiled);
        if (primitives.size() > PRIMITIVES) {
            Object eldest = primitives.keySet().iterator().next();
            primitives.remove(eldest).close();
        }
        return compiled;
    }

    /** Working memory of at least so many bytes, until the next call. The caller holds this object's lock. */
    Pointer scratch(long bytes) {
        if (scratch == null || scratch.bytes() < bytes) {
            if (scratch != null) {
                arena.giveBack(scratch);
            }
            scratch = arena.take(bytes);
        }
        return scratch.memory();
    }

    /** Bytes of blocks and prepared filters in use. */
    public long usedBytes() {
        return arena.usedBytes();
    }

    /** Bytes that lie ready for the next blocks. */
    public long idleBytes() {
        return arena.idleBytes();
    }

    /** Blocks and filters that are still open give their memory back when they are closed. */
    @Override
    public synchronized void close() {
        primitives.values().forEach(Primitive::close);
        primitives.clear();
        descriptions.values().forEach(Pointer::close);
        descriptions.clear();
        if (scratch != null) {
            arena.giveBack(scratch);
            scratch = null;
        }
        arena.close();
        dnnl.dnnl_stream_destroy(stream);
        dnnl.dnnl_engine_destroy(engine);
    }
}
