package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/** Channels put one after the other, and taken apart again. */
public final class Joining {

    private Joining() {}

    /** A new block with the channels of all blocks, in turn, in the first one's order. */
    public static Block concat(OneDnn dnn, List<Block> blocks) {
        Extent first = blocks.get(0).extent();
        int channels = blocks.stream().mapToInt(b -> b.extent().channels()).sum();
        Block joined = dnn.block(
                new Layout(first.channels(channels), blocks.get(0).layout().order()));
        clearSpareLanes(joined);
        int at = 0;
        for (Block block : blocks) {
            copy(block, 0, joined, at, block.extent().channels());
            at += block.extent().channels();
        }
        return joined;
    }

    /** A new block with some of the channels. */
    public static Block slice(OneDnn dnn, Block block, int first, int count) {
        Block some = dnn.block(
                new Layout(block.extent().channels(count), block.layout().order()));
        clearSpareLanes(some);
        copy(block, first, some, 0, count);
        return some;
    }

    private static void clearSpareLanes(Block fresh) {
        if (fresh.layout().hasSpareLanes()) {
            fresh.clear();
        }
    }

    private static void copy(Block from, int fromChannel, Block to, int toChannel, int count) {
        Layout source = from.layout();
        Layout target = to.layout();
        FloatBuffer in = from.floats();
        FloatBuffer out = to.floats();
        int batch = source.extent().batch();
        int lanes = target.lanes();
        boolean whole = source.lanes() == lanes && (fromChannel | toChannel | count) % lanes == 0;
        int step = whole ? lanes : 1;
        IntStream.range(0, batch * (count / step)).parallel().forEach(i -> {
            int picture = i / (count / step);
            int channel = i % (count / step) * step;
            int a = source.index(picture, fromChannel + channel, 0, 0);
            int b = target.index(picture, toChannel + channel, 0, 0);
            if (whole) {
                out.put(b, in, a, target.plane());
            } else {
                lane(in, a, source.lanes(), out, b, lanes, source.extent().area());
            }
        });
    }

    /** One channel, whose values lie apart. */
    private static void lane(FloatBuffer in, int a, int fromLanes, FloatBuffer out, int b, int toLanes, int area) {
        for (int p = 0; p < area; p++) {
            out.put(b + p * toLanes, in.get(a + p * fromLanes));
        }
    }
}
