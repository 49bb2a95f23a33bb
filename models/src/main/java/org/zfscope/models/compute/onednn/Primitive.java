package org.zfscope.models.compute.onednn;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.const_dnnl_op_desc_t;
import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.dnnl_primitive_desc_iterator;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** An operation that oneDNN has compiled for one shape. Whoever runs it holds {@link OneDnn}'s lock. */
final class Primitive implements AutoCloseable {

    /** Asks oneDNN for an implementation. */
    @FunctionalInterface
    interface Request {
        int create(dnnl_primitive_desc result, dnnl_primitive_attr attributes);
    }

    /** Which operand ({@code DNNL_ARG_...}) lies where. */
    record Argument(int operand, dnnl_memory memory) {}

    private final OneDnn dnn;
    private final dnnl_primitive_desc description;
    private final dnnl_primitive primitive = new dnnl_primitive();
    private final dnnl_memory scratch;
    private final long scratchBytes;
    private final String implementation;
    private final Map<Integer, Layout> layouts = new HashMap<>();

    private Primitive(OneDnn dnn, dnnl_primitive_desc description) {
        this.dnn = dnn;
        this.description = description;
        Status.check(dnnl.dnnl_primitive_create(primitive, description), "compile an operation");
        dnnl_memory_desc_t working = describe(dnnl.dnnl_query_scratchpad_md, 0);
        scratchBytes = dnnl.dnnl_memory_desc_get_size(working);
        scratch = dnn.memory(working, new Pointer());
        implementation = name(description);
    }

    /** Where the operation is known to exist. */
    static Primitive of(OneDnn dnn, Attributes attributes, Request request) {
        return tried(dnn, attributes, request)
                .orElseThrow(() -> new IllegalStateException("oneDNN has no implementation of this operation"));
    }

    /** Empty where this machine has no such implementation. */
    static Optional<Primitive> tried(OneDnn dnn, Attributes attributes, Request request) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        dnnl_primitive_attr attr = attributes.make();
        int status;
        try {
            status = request.create(description, attr);
        } finally {
            dnnl.dnnl_primitive_attr_destroy(attr);
        }
        if (status == dnnl.dnnl_unimplemented) {
            return Optional.empty();
        }
        Status.check(status, "do such an operation");
        try {
            return Optional.of(new Primitive(dnn, description));
        } catch (RuntimeException | OutOfMemoryError e) {
            dnnl.dnnl_primitive_desc_destroy(description);
            throw e;
        }
    }

    /** For the operations that are asked for by a description of their own. */
    static Request request(OneDnn dnn, Pointer operation) {
        return (result, attributes) -> dnnl.dnnl_primitive_desc_create(
                result, new const_dnnl_op_desc_t(operation), attributes, dnn.engine(), null);
    }

    /** The same, but the implementation whose name begins like this, of those that oneDNN offers; its first where none does. */
    static Request preferring(OneDnn dnn, Pointer operation, String name) {
        return (result, attributes) -> {
            dnnl_primitive_desc_iterator offers = new dnnl_primitive_desc_iterator();
            int status = dnnl.dnnl_primitive_desc_iterator_create(
                    offers, new const_dnnl_op_desc_t(operation), attributes, dnn.engine(), null);
            if (status != dnnl.dnnl_success) {
                return status;
            }
            Optional<dnnl_primitive_desc> chosen = chosen(offers, name);
            dnnl.dnnl_primitive_desc_iterator_destroy(offers);
            if (chosen.isEmpty()) {
                return request(dnn, operation).create(result, attributes);
            }
            int copied = dnnl.dnnl_primitive_desc_clone(result, chosen.get());
            dnnl.dnnl_primitive_desc_destroy(chosen.get());
            return copied;
        };
    }

    private static Optional<dnnl_primitive_desc> chosen(dnnl_primitive_desc_iterator offers, String name) {
        do {
            dnnl_primitive_desc offer = dnnl.dnnl_primitive_desc_iterator_fetch(offers);
            if (name(offer).startsWith(name)) {
                return Optional.of(offer);
            }
            dnnl.dnnl_primitive_desc_destroy(offer);
        } while (dnnl.dnnl_primitive_desc_iterator_next(offers) == dnnl.dnnl_success);
        return Optional.empty();
    }

    /** For the ways back of operations whose way forward must be told. */
    static Request request(OneDnn dnn, Pointer operation, Pointer forward) {
        return (result, attributes) -> {
            dnnl_primitive_desc hint = new dnnl_primitive_desc();
            int status = dnnl.dnnl_primitive_desc_create(
                    hint, new const_dnnl_op_desc_t(forward), attributes, dnn.engine(), null);
            if (status != dnnl.dnnl_success) {
                return status;
            }
            int back = dnnl.dnnl_primitive_desc_create(
                    result, new const_dnnl_op_desc_t(operation), attributes, dnn.engine(), hint);
            dnnl.dnnl_primitive_desc_destroy(hint);
            return back;
        };
    }

    /** What an operand must look like; valid until the primitive is closed. */
    dnnl_memory_desc_t describe(int query, int index) {
        return dnnl.dnnl_primitive_desc_query_md(description, query, index);
    }

    Layout layout(int query) {
        return layouts.computeIfAbsent(query, q -> Description.layout(describe(q, 0)));
    }

    /** oneDNN's name of what it chose, such as {@code jit:avx512_core}. */
    String implementation() {
        return implementation;
    }

    private static String name(dnnl_primitive_desc description) {
        try (PointerPointer<BytePointer> name = new PointerPointer<>(1)) {
            Status.check(
                    dnnl.dnnl_primitive_desc_query(description, dnnl.dnnl_query_impl_info_str, 0, name),
                    "name an implementation");
            return name.get(BytePointer.class, 0).getString();
        }
    }

    void run(Argument... arguments) {
        dnn.tell(implementation);
        try (dnnl_exec_arg_t all = new dnnl_exec_arg_t(arguments.length + 1L)) {
            for (int i = 0; i < arguments.length; i++) {
                all.position(i).arg(arguments[i].operand()).memory(arguments[i].memory());
            }
            Status.check(dnnl.dnnl_memory_set_data_handle(scratch, dnn.scratch(scratchBytes)), "lend working memory");
            all.position(arguments.length).arg(dnnl.DNNL_ARG_SCRATCHPAD).memory(scratch);
            Status.check(
                    dnnl.dnnl_primitive_execute(primitive, dnn.stream(), arguments.length + 1, all.position(0)), "run");
        }
    }

    @Override
    public void close() {
        dnnl.dnnl_memory_destroy(scratch);
        dnnl.dnnl_primitive_destroy(primitive);
        dnnl.dnnl_primitive_desc_destroy(description);
    }
}
