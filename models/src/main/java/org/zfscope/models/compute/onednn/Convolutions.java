package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.compute.onednn.Filters.Turn;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/**
 * Convolutions and their transposes. The transpose of a stride-1 convolution is a convolution with turned filters, so that
 * Winograd's algorithm serves both ways.
 */
public final class Convolutions {

    /** Pictures' channels: too few to lie side by side. */
    private static final int FEW = 4;

    /** Winograd's algorithm on tiles of 4 x 4 where both are there: oneDNN's first choice takes up to twice as long. */
    private static final String LARGE_TILES = "jit_wino_4x3";

    /** Positions of all maps of a channel together up to which the direct way is faster: less memory is read for it. */
    private static final int SMALL = 64;

    private enum Way {
        FORWARD,
        TURNED,
        BACK
    }

    /** @param from what is slid over, for {@code BACK} what comes out */
    private record Key(
            Way way, Extent from, FilterShape filters, Slide slide, boolean bias, Rectifier then, boolean winograd) {

        Key rectified() {
            return new Key(way, from, filters, slide, bias, Rectifier.RELU, winograd);
        }

        /** With a part of the padding in the maps. */
        Key widened() {
            return new Key(way, Margin.extent(from, slide), filters, Margin.rest(slide), bias, then, winograd);
        }
    }

    private final OneDnn dnn;
    private final Algorithm algorithm;

    public Convolutions(OneDnn dnn, Algorithm algorithm) {
        this.dnn = dnn;
        this.algorithm = algorithm;
    }

    /** The input convolved with the filters, plus their bias if they have one; a new block. */
    public Block forward(Block input, Filters filters, Slide slide) {
        return run(input, filters, forward(input.extent(), filters, slide, Rectifier.NONE));
    }

    /** The same with all that is below zero set to zero, and what is above the ceiling, maybe infinite, to that. */
    public Block rectified(Block input, Filters filters, Slide slide, float ceiling) {
        return run(input, filters, forward(input.extent(), filters, slide, Rectifier.upTo(ceiling)));
    }

    /**
     * The transpose of a convolution, without bias: the signal carried to what the windows lie on.
     *
     * @param slide of the convolution from below to the signal
     * @param height of what comes out; where it is more than the windows reach, the rest is zero
     */
    public Block back(Block signal, Filters filters, Slide slide, int height, int width) {
        return back(signal, filters, back(signal.extent(), filters, slide, height, width));
    }

    /** The same with all that is below zero set to zero, as a deconvnet does at the ReLU below. */
    public Block backRectified(Block signal, Filters filters, Slide slide, int height, int width) {
        Key key = back(signal.extent(), filters, slide, height, width);
        if (key.way == Way.TURNED) {
            return back(signal, filters, key.rectified());
        }
        try (Block below = back(signal, filters, key)) {
            return new Pointwise(dnn).rectify(below);
        }
    }

    private Block back(Block signal, Filters filters, Key key) {
        if (!needsMargin(key)) {
            return run(signal, filters, key);
        }
        try (Block wide = Margin.around(dnn, signal, key.slide)) {
            return run(wide, filters, key.widened());
        }
    }

    /** Whether Winograd's algorithm would do it but for a padding of two lines, which it does not know. */
    private static boolean needsMargin(Key key) {
        return key.winograd && key.way == Way.TURNED && OneDnn.order() == Order.BLOCKS_OF_16 && Margin.helps(key.slide);
    }

    /** oneDNN's name of what {@link #forward} runs. */
    public String implementation(Extent input, Filters filters, Slide slide) {
        synchronized (dnn) {
            return primitive(forward(input, filters, slide, Rectifier.NONE)).implementation();
        }
    }

    /** oneDNN's name of what {@link #back} runs. */
    public String backImplementation(Extent signal, Filters filters, Slide slide, int height, int width) {
        synchronized (dnn) {
            Key key = back(signal, filters, slide, height, width);
            return primitive(needsMargin(key) ? key.widened() : key).implementation();
        }
    }

    private Key forward(Extent input, Filters filters, Slide slide, Rectifier then) {
        return key(Way.FORWARD, input, filters.shape(), slide, filters.hasBias(), then);
    }

    private Key back(Extent signal, Filters filters, Slide slide, int height, int width) {
        FilterShape shape = filters.shape();
        Extent below = new Extent(signal.batch(), shape.channels(), height, width);
        if (!slide.over(below, shape.filters()).equals(signal)) {
            throw new IllegalArgumentException(say("models.convolutions.over-does-give-signals", slide, below, signal));
        }
        Slide turned = slide.transposed();
        if (slide.hasStride() || !turned.isPadding()) {
            return key(Way.BACK, below, shape, slide, false, Rectifier.NONE);
        }
        return key(Way.TURNED, signal, shape.turned(), turned, false, Rectifier.NONE);
    }

    private Key key(Way way, Extent from, FilterShape filters, Slide slide, boolean bias, Rectifier then) {
        boolean worthwhile = way != Way.BACK && from.batch() * from.area() > SMALL;
        boolean winograd = worthwhile && algorithm == Algorithm.FASTEST && filters.channels() > FEW;
        return new Key(way, from, filters, slide, bias, then, winograd);
    }

    private Block run(Block input, Filters filters, Key key) {
        synchronized (dnn) {
            Primitive primitive = primitive(key);
            return key.way == Way.BACK ? runBack(primitive, input, filters) : run(primitive, input, filters, key);
        }
    }

    private Block run(Primitive primitive, Block input, Filters filters, Key key) {
        Turn turn = key.way == Way.TURNED ? Turn.TURNED : Turn.NONE;
        Order order = primitive.layout(dnnl.dnnl_query_src_md).order();
        try (Ordered ordered = dnn.inOrder(input, order)) {
            Argument source = new Argument(dnnl.DNNL_ARG_SRC, ordered.block().handle());
            Argument weights = weights(primitive, filters, turn);
            return dnn.filled(primitive.layout(dnnl.dnnl_query_dst_md), output -> {
                Argument target = new Argument(dnnl.DNNL_ARG_DST, output.handle());
                if (key.bias) {
                    primitive.run(source, weights, target, new Argument(dnnl.DNNL_ARG_BIAS, filters.bias()));
                } else {
                    primitive.run(source, weights, target);
                }
            });
        }
    }

    private static Argument weights(Primitive primitive, Filters filters, Turn turn) {
        return new Argument(dnnl.DNNL_ARG_WEIGHTS, filters.in(primitive.describe(dnnl.dnnl_query_weights_md, 0), turn));
    }

    private Block runBack(Primitive primitive, Block signal, Filters filters) {
        Order order = primitive.layout(dnnl.dnnl_query_diff_dst_md).order();
        try (Ordered ordered = dnn.inOrder(signal, order)) {
            Argument weights = weights(primitive, filters, Turn.NONE);
            return dnn.filled(
                    primitive.layout(dnnl.dnnl_query_diff_src_md),
                    below -> primitive.run(
                            new Argument(dnnl.DNNL_ARG_DIFF_DST, ordered.block().handle()),
                            weights,
                            new Argument(dnnl.DNNL_ARG_DIFF_SRC, below.handle())));
        }
    }

    private Primitive primitive(Key key) {
        return dnn.primitive(key, () -> compile(key));
    }

    private Primitive compile(Key key) {
        return Stream.<Supplier<Optional<Primitive>>>of(
                        () -> key.winograd ? tried(key, dnnl.dnnl_convolution_winograd, true) : Optional.empty(),
                        () -> tried(key, dnnl.dnnl_convolution_direct, true).filter(Convolutions::isCompiled),
                        () -> tried(key, dnnl.dnnl_convolution_direct, false))
                .flatMap(candidate -> candidate.get().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("oneDNN has no implementation of " + key));
    }

    /** The others are plain loops, a hundred times slower. */
    private static boolean isCompiled(Primitive primitive) {
        if (primitive.implementation().startsWith("ref")) {
            primitive.close();
            return false;
        }
        return true;
    }

    /** In this machine's usual order, so that maps pass from layer to layer as they are, or in any. */
    private Optional<Primitive> tried(Key key, int kind, boolean usual) {
        Extent to = key.slide.over(key.from, key.filters.filters());
        try (dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
                dnnl_memory_desc_t from = usual ? usual(key) : Description.any(key.from);
                dnnl_memory_desc_t weights = key.filters.any();
                dnnl_memory_desc_t bias = Description.floats(dnnl.dnnl_x, key.filters.filters());
                dnnl_memory_desc_t above =
                        usual ? Description.of(new Layout(to, OneDnn.order())) : Description.any(to)) {
            Status.check(
                    key.way == Way.BACK
                            ? backward(operation, kind, key.slide, from, weights, above)
                            : forward(operation, kind, key.slide, from, weights, key.bias ? bias : null, above),
                    "describe " + key);
            return Primitive.tried(dnn, key.then.attributes(), Primitive.preferring(dnn, operation, LARGE_TILES));
        }
    }

    private static dnnl_memory_desc_t usual(Key key) {
        boolean picture = key.way == Way.FORWARD && key.from.channels() <= FEW;
        return Description.of(new Layout(key.from, picture ? Order.PLAIN : OneDnn.order()));
    }

    private static int forward(
            dnnl_convolution_desc_t operation,
            int kind,
            Slide slide,
            dnnl_memory_desc_t from,
            dnnl_memory_desc_t weights,
            @Nullable dnnl_memory_desc_t bias,
            dnnl_memory_desc_t to) {
        return dnnl.dnnl_dilated_convolution_forward_desc_init(
                operation,
                dnnl.dnnl_forward_inference,
                kind,
                from,
                weights,
                bias,
                to,
                slide.strides(),
                slide.gaps(),
                slide.before(),
                slide.after());
    }

    private static int backward(
            dnnl_convolution_desc_t operation,
            int kind,
            Slide slide,
            dnnl_memory_desc_t below,
            dnnl_memory_desc_t weights,
            dnnl_memory_desc_t above) {
        return dnnl.dnnl_dilated_convolution_backward_data_desc_init(
                operation, kind, below, weights, above, slide.strides(), slide.gaps(), slide.before(), slide.after());
    }
}
