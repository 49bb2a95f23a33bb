package org.zfscope.models.compute.onednn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A convolution's weights, [groups, filters, channels, height, width], and every form of them that an operation has asked
 * for so far. Winograd's form is up to four times as large as the weights.
 */
public final class Filters implements AutoCloseable {

    /** The filters as they are, or those that lead back. */
    enum Turn {
        NONE,
        TURNED
    }

    private final OneDnn dnn;
    private final FilterShape shape;
    private final FloatPointer weights;
    private final dnnl_memory bias;
    private final boolean hasBias;
    private final Map<Turn, List<Form>> forms = new EnumMap<>(Turn.class);
    private boolean closed;

    /** The weights stay the caller's, who keeps them open as long as this. */
    public Filters(OneDnn dnn, FilterShape shape, FloatPointer weights, FloatPointer bias) {
        this.dnn = dnn;
        this.shape = shape;
        this.weights = weights;
        this.hasBias = !bias.isNull();
        try (dnnl_memory_desc_t values = Description.floats(dnnl.dnnl_x, shape.filters())) {
            this.bias = dnn.memory(values, bias);
        }
    }

    public FilterShape shape() {
        return shape;
    }

    boolean hasBias() {
        return hasBias;
    }

    dnnl_memory bias() {
        return bias;
    }

    /** The filters in a form; made now if they are not there. The caller holds the engine's lock. */
    dnnl_memory in(dnnl_memory_desc_t wanted, Turn turn) {
        if (closed) {
            throw new IllegalStateException("filters of " + shape + " were closed too early");
        }
        List<Form> known = forms.computeIfAbsent(turn, t -> new ArrayList<>());
        for (Form form : known) {
            if (form.is(wanted)) {
                return form.use();
            }
        }
        dnnl_memory_desc_t description = Description.copy(wanted);
        Form form = new Form(dnn, description, (to, memory) -> prepare(turn, description, to, memory));
        known.add(form);
        return form.use();
    }

    private void prepare(Turn turn, dnnl_memory_desc_t wanted, dnnl_memory handle, BytePointer memory) {
        if (WinogradFilters.is(wanted)) {
            WinogradFilters.write(
                    weights.asBuffer(),
                    shape,
                    turn,
                    wanted,
                    new FloatPointer(memory)
                            .capacity(memory.capacity() / Float.BYTES)
                            .asBuffer());
            return;
        }
        if (turn == Turn.NONE) {
            reorder(weights, shape, wanted, handle);
            return;
        }
        Arena.Piece turned = dnn.arena().take((long) shape.size() * Float.BYTES);
        FloatPointer values = new FloatPointer(turned.memory()).capacity(shape.size());
        try {
            TurnedFilters.write(weights.asBuffer(), shape, values.asBuffer());
            reorder(values, shape.turned(), wanted, handle);
        } finally {
            dnn.arena().giveBack(turned);
        }
    }

    private void reorder(Pointer from, FilterShape fromShape, dnnl_memory_desc_t wanted, dnnl_memory handle) {
        try (dnnl_memory_desc_t plain = fromShape.plain()) {
            try (Handle source = new Handle(dnn.memory(plain, from))) {
                Reorder.once(dnn, plain, source.memory(), wanted, handle);
            }
        }
    }

    /** Bytes of all prepared forms that are there. */
    public long preparedBytes() {
        synchronized (dnn) {
            return all().filter(Form::isThere).mapToLong(Form::bytes).sum();
        }
    }

    private Stream<Form> all() {
        return forms.values().stream().flatMap(List::stream);
    }

    @Override
    public void close() {
        synchronized (dnn) {
            if (!closed) {
                closed = true;
                all().forEach(Form::close);
                dnnl.dnnl_memory_destroy(bias);
            }
        }
    }
}
