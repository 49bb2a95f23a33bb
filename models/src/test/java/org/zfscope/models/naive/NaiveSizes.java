package org.zfscope.models.naive;

import org.zfscope.models.layer.BlockOrder;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.ChannelMax;
import org.zfscope.models.layer.ChannelMean;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.GlobalMaxPool;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.tensor.Shape;

/** Layers that give maps of another size, or take some values of many. */
final class NaiveSizes {

    /** Where a position of the output comes from. */
    @FunctionalInterface
    private interface Source {
        int of(int c, int y, int x);
    }

    private NaiveSizes() {}

    static Connections connections(Layer layer, Grid in) {
        Shape input = in.shape();
        if (layer instanceof TransposedConvolution transposed) {
            return NaiveFilters.transposed(transposed, input);
        } else if (layer instanceof Resize resize) {
            return NaiveResize.connections(resize, input);
        } else if (layer instanceof BorderPadding padding) {
            return padding(padding, input);
        } else if (layer instanceof GlobalMaxPool) {
            return one(
                    input, Shape.flat(input.channels()), (c, y, x) -> strongest(in, c * input.area(), 1, input.area()));
        } else if (layer instanceof ChannelMax) {
            return one(
                    input,
                    new Shape(1, input.height(), input.width()),
                    (c, y, x) -> strongest(in, y * input.width() + x, input.area(), input.channels()));
        } else if (layer instanceof ChannelMean) {
            return channelMean(input);
        } else if (layer instanceof DepthToSpace blocks) {
            return depthToSpace(blocks, input);
        } else if (layer instanceof SpaceToDepth blocks) {
            return spaceToDepth(blocks, input);
        } else if (layer instanceof Reshape reshape) {
            return NaiveMoves.identity(input, reshape.shape());
        }
        throw new IllegalArgumentException("not linear: " + layer.kind());
    }

    private static Connections one(Shape input, Shape output, Source source) {
        Connections connections = new Connections(input, output);
        for (int c = 0; c < output.channels(); c++) {
            for (int y = 0; y < output.height(); y++) {
                for (int x = 0; x < output.width(); x++) {
                    connections.connect(source.of(c, y, x), Grid.index(output, c, y, x), 1);
                }
            }
        }
        return connections;
    }

    /** Of {@code count} values, {@code step} apart, the first of the largest. */
    private static int strongest(Grid in, int first, int step, int count) {
        int strongest = first;
        for (int i = 0; i < count; i++) {
            strongest = in.values()[first + i * step] > in.values()[strongest] ? first + i * step : strongest;
        }
        return strongest;
    }

    private static Connections channelMean(Shape input) {
        Connections connections = new Connections(input, new Shape(1, input.height(), input.width()));
        for (int i = 0; i < input.size(); i++) {
            connections.connect(i, i % input.area(), 1.0 / input.channels());
        }
        return connections;
    }

    private static Connections padding(BorderPadding layer, Shape input) {
        Shape output = new Shape(
                input.channels(),
                layer.top() + input.height() + layer.bottom(),
                layer.left() + input.width() + layer.right());
        return one(
                input,
                output,
                (c, y, x) -> Grid.index(
                        input,
                        c,
                        walked(layer.border(), y - layer.top(), input.height()),
                        walked(layer.border(), x - layer.left(), input.width())));
    }

    /** Walks from the map's first position, turning round or starting anew at its ends. */
    private static int walked(BorderPadding.Border border, int to, int side) {
        int[] way =
                switch (border) {
                    case REFLECT -> way(side, 1, side - 1);
                    case SYMMETRIC -> way(side, 0, side);
                    case WRAP -> way(side, 0, 0);
                    case EDGE -> new int[] {Math.max(0, Math.min(to, side - 1))};
                };
        return way[Math.floorMod(to, way.length)];
    }

    /** There, and back from {@code end} to {@code start}, neither included twice. */
    private static int[] way(int side, int start, int end) {
        int[] way = new int[Math.max(1, side + end - start)];
        for (int i = 0; i < way.length; i++) {
            way[i] = i < side ? i : end - 1 - (i - side);
        }
        return way;
    }

    private static Connections depthToSpace(DepthToSpace layer, Shape input) {
        int block = layer.block();
        Shape output = new Shape(input.channels() / (block * block), input.height() * block, input.width() * block);
        return one(
                input,
                output,
                (c, y, x) -> Grid.index(input, channel(layer.order(), block, output, c, y, x), y / block, x / block));
    }

    private static Connections spaceToDepth(SpaceToDepth layer, Shape input) {
        int block = layer.block();
        Shape output = new Shape(input.channels() * block * block, input.height() / block, input.width() / block);
        Connections connections = new Connections(input, output);
        for (int c = 0; c < input.channels(); c++) {
            for (int y = 0; y < input.height(); y++) {
                for (int x = 0; x < input.width(); x++) {
                    int deep = channel(layer.order(), block, input, c, y, x);
                    connections.connect(Grid.index(input, c, y, x), Grid.index(output, deep, y / block, x / block), 1);
                }
            }
        }
        return connections;
    }

    private static int channel(BlockOrder order, int block, Shape wide, int c, int y, int x) {
        int pixel = y % block * block + x % block;
        return order == BlockOrder.PIXEL_FIRST ? pixel * wide.channels() + c : c * block * block + pixel;
    }
}
