package org.zfscope.models.compute.onednn;

import static org.zfscope.models.words.Words.say;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/** Maps that lie in a block, in whatever order the operation that made them left them; they are read from there as they are. */
final class BlockMaps implements Maps {

    private final OneDnnEngine engine;
    private final Block block;
    private final Shape shape;
    private final FloatBuffer floats;

    /** The block becomes its own. */
    BlockMaps(OneDnnEngine engine, Block block) {
        this.engine = engine;
        this.block = block;
        Extent extent = block.extent();
        this.shape = new Shape(extent.channels(), extent.height(), extent.width());
        this.floats = block.floats();
    }

    /** What an engine was given; maps of another engine have come here by mistake. */
    static Block block(Maps maps) {
        if (maps instanceof BlockMaps own) {
            own.block.requireOpen();
            return own.block;
        }
        throw new IllegalArgumentException(
                say("models.block-maps.maps-engine-given-onednn", maps.engine().name()));
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public int pictures() {
        return block.extent().batch();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public void read(int picture, int channel, float[] map) {
        read(picture, channel, Window.whole(shape), map);
    }

    @Override
    public void read(int picture, int channel, Window window, float[] values) {
        block.requireOpen();
        Layout layout = block.layout();
        int first = layout.index(picture, channel, window.y(), window.x());
        for (int y = 0; y < window.height(); y++) {
            int from = first + y * layout.row();
            int to = y * window.width();
            if (layout.lanes() == 1) {
                floats.get(from, values, to, window.width());
            } else {
                row(from, layout.lanes(), values, to, window.width());
            }
        }
    }

    private void row(int from, int lanes, float[] values, int to, int count) {
        int at = from;
        for (int i = to; i < to + count; i++) {
            values[i] = floats.get(at);
            at += lanes;
        }
    }

    /** Group by group, row by row: each value is fetched once, not once for every channel beside it. */
    @Override
    public Tensor picture(int picture) {
        block.requireOpen();
        Tensor copy = Tensor.zeros(shape);
        Layout layout = block.layout();
        if (layout.lanes() == 1) {
            floats.get(layout.index(picture, 0, 0, 0), copy.values());
            return copy;
        }
        int lanes = layout.lanes();
        IntStream.range(0, layout.groups()).parallel().forEach(group -> {
            float[] row = new float[layout.row()];
            int first = group * lanes;
            int count = Math.min(lanes, shape.channels() - first);
            for (int y = 0; y < shape.height(); y++) {
                floats.get(layout.index(picture, first, y, 0), row);
                int to = first * shape.area() + y * shape.width();
                Lanes.apart(row, lanes, count, copy.values(), to, shape.area());
            }
        });
        return copy;
    }

    /** Group by group, as they lie in memory. */
    @Override
    public float[] maxima(int picture) {
        block.requireOpen();
        Layout layout = block.layout();
        int lanes = layout.lanes();
        float[] maxima = new float[layout.groups() * lanes];
        float[] plane = new float[layout.plane()];
        for (int group = 0; group < layout.groups(); group++) {
            floats.get(layout.index(picture, group * lanes, 0, 0), plane);
            Lanes.maxima(plane, lanes, maxima, group * lanes);
        }
        return Arrays.copyOf(maxima, shape.channels());
    }

    @Override
    public void close() {
        block.close();
    }
}
