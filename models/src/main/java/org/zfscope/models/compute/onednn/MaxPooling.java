package org.zfscope.models.compute.onednn;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.global.dnnl;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Primitive.Argument;

/**
 * Max pools that record their switches, and the way back through them. Padding never wins, ties go to the first in
 * row-major order, and where windows share a switch the values add up [Zeiler2014 §2.1].
 */
public final class MaxPooling {

    private record Key(Pooling pooling, boolean forward) {}

    private final OneDnn dnn;

    public MaxPooling(OneDnn dnn) {
        this.dnn = dnn;
    }

    /** The maximum of each window, and where it was. */
    public Pooled forward(Block maps, Slide slide) {
        synchronized (dnn) {
            // over plain maps oneDNN goes value by value, a hundred times slower
            boolean plain = maps.layout().order() == Order.PLAIN;
            Order order = plain ? OneDnn.order() : maps.layout().order();
            try (Ordered ordered = dnn.inOrder(maps, order)) {
                return run(ordered.block(), slide);
            }
        }
    }

    private Pooled run(Block maps, Slide slide) {
        Pooling pooling = new Pooling(dnnl.dnnl_pooling_max, maps.layout(), slide);
        Primitive primitive = forward(pooling);
        Switches switches = new Switches(dnn, pooling.above(), slide);
        try {
            Block pooled = dnn.filled(
                    pooling.above(),
                    values -> primitive.run(
                            new Argument(dnnl.DNNL_ARG_SRC, maps.handle()),
                            new Argument(dnnl.DNNL_ARG_DST, values.handle()),
                            new Argument(dnnl.DNNL_ARG_WORKSPACE, switches.handle())));
            return new Pooled(pooled, switches);
        } catch (RuntimeException | OutOfMemoryError e) {
            switches.close();
            throw e;
        }
    }

    /** oneDNN's name of what {@link #forward} runs. */
    public String implementation(Layout maps, Slide slide) {
        synchronized (dnn) {
            return forward(new Pooling(dnnl.dnnl_pooling_max, maps, slide)).implementation();
        }
    }

    private Primitive forward(Pooling pooling) {
        return dnn.primitive(new Key(pooling, true), () -> pooling.forward(dnn));
    }

    /** Every value goes to where its maximum came from: whole maps of the given sides below. */
    public Block unpool(Block signal, Switches switches, int height, int width) {
        return unpool(signal, switches, switches.slide(), height, width);
    }

    /**
     * The same for windows of the signal, each of a picture of its own.
     *
     * @param corners where each window of the signal begins in the pool's output; all of it is inside
     * @return all that the windows' windows reach, from row {@code y * stride - padding} and such a column on
     */
    public Block unpool(Block signal, Switches switches, List<Corner> corners) {
        Slide slide = switches.slide();
        Slide free = new Slide(free(slide.vertical()), free(slide.horizontal()));
        int height = (signal.extent().height() - 1) * slide.vertical().stride()
                + slide.vertical().extent();
        int width = (signal.extent().width() - 1) * slide.horizontal().stride()
                + slide.horizontal().extent();
        try (Switches windows = new Switches(dnn, switches.layout().of(signal.extent()), slide)) {
            gather(switches, corners, windows);
            return unpool(signal, windows, free, height, width);
        }
    }

    /** The same for windows below: {@code signal} holds the outputs that cover them. */
    Block unpool(Block signal, Switches switches, Covering covering) {
        try (Switches windows = new Switches(dnn, switches.layout().of(signal.extent()), covering.slide())) {
            gather(switches, Slides.corners(covering.outputs()), windows);
            return unpool(signal, windows, covering.slide(), covering.height(), covering.width());
        }
    }

    private static Slide.Axis free(Slide.Axis axis) {
        return new Slide.Axis(axis.kernel(), axis.stride(), axis.dilation(), 0, 0);
    }

    private Block unpool(Block signal, Switches switches, Slide slide, int height, int width) {
        Layout above = switches.layout();
        Pooling pooling =
                new Pooling(dnnl.dnnl_pooling_max, above.of(above.extent().sides(height, width)), slide);
        synchronized (dnn) {
            Primitive primitive = dnn.primitive(new Key(pooling, false), () -> pooling.back(dnn));
            try (Ordered ordered = dnn.inOrder(signal, above.order())) {
                return dnn.filled(
                        pooling.below(),
                        below -> primitive.run(
                                new Argument(
                                        dnnl.DNNL_ARG_DIFF_DST, ordered.block().handle()),
                                new Argument(dnnl.DNNL_ARG_DIFF_SRC, below.handle()),
                                new Argument(dnnl.DNNL_ARG_WORKSPACE, switches.handle())));
            }
        }
    }

    private static void gather(Switches switches, List<Corner> corners, Switches windows) {
        Layout from = switches.layout();
        Layout to = windows.layout();
        ByteBuffer source = switches.bytes();
        ByteBuffer target = windows.bytes();
        int groups = from.groups();
        int width = switches.width();
        IntStream.range(0, corners.size() * groups).parallel().forEach(i -> {
            Corner corner = corners.get(i / groups);
            int group = i % groups;
            int first = corner.picture() * from.picture() + group * from.plane() + corner.x() * from.lanes();
            for (int y = 0; y < to.extent().height(); y++) {
                int row = first + (corner.y() + y) * from.row();
                int into = i / groups * to.picture() + group * to.plane() + y * to.row();
                target.put(into * width, source, row * width, to.row() * width);
            }
        });
    }
}
