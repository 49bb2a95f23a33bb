package org.zfscope.models.compute.onednn;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
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

    /** Filters in the form that an operation wants. */
    private record Form(Turn turn, dnnl_memory_desc_t description, Arena.Piece piece, dnnl_memory handle) {}

    private final OneDnn dnn;
    private final FilterShape shape;
    private final FloatPointer weights;
    private final dnnl_memory bias;
    private final boolean hasBias;
    private final List<Form> forms = new ArrayList<>();
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

    /** The filters in a form; made now if nobody has asked for it yet. The caller holds the engine's lock. */
    dnnl_memory in(dnnl_memory_desc_t wanted, Turn turn) {
        if (closed) {
            throw new IllegalStateException("filters of " + shape + " were closed too early");
        }
        for (Form form : forms) {
            if (form.turn == turn && Description.equal(form.description, wanted)) {
                return form.handle;
            }
        }
        Form form = prepare(Description.copy(wanted), turn);
        forms.add(form);
        return form.handle;
    }

    private Form prepare(dnnl_memory_desc_t wanted, Turn turn) {
        Arena.Piece piece = dnn.arena().take(dnnl.dnnl_memory_desc_get_size(wanted));
        dnnl_memory handle = dnn.memory(wanted, piece.memory());
        if (turn == Turn.NONE) {
            reorder(weights, shape, wanted, handle);
        } else {
            Arena.Piece turned = dnn.arena().take((long) shape.size() * Float.BYTES);
            FloatPointer values = new FloatPointer(turned.memory()).capacity(shape.size());
            TurnedFilters.write(weights.asBuffer(), shape, values.asBuffer());
            reorder(values, shape.turned(), wanted, handle);
            dnn.arena().giveBack(turned);
        }
        return new Form(turn, wanted, piece, handle);
    }

    private void reorder(Pointer from, FilterShape fromShape, dnnl_memory_desc_t wanted, dnnl_memory handle) {
        try (dnnl_memory_desc_t plain = fromShape.plain()) {
            dnnl_memory source = dnn.memory(plain, from);
            Reorder.once(dnn, plain, source, wanted, handle);
            dnnl.dnnl_memory_destroy(source);
        }
    }

    /** Bytes of all prepared forms. */
    public long preparedBytes() {
        synchronized (dnn) {
            return forms.stream().mapToLong(form -> form.piece.bytes()).sum();
        }
    }

    @Override
    public void close() {
        synchronized (dnn) {
            if (!closed) {
                closed = true;
                for (Form form : forms) {
                    dnnl.dnnl_memory_destroy(form.handle);
                    dnn.arena().giveBack(form.piece);
                    form.description.close();
                }
                dnnl.dnnl_memory_destroy(bias);
            }
        }
    }
}
