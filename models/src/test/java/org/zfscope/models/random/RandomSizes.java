package org.zfscope.models.random;

import java.util.List;
import java.util.Random;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.BlockOrder;
import org.zfscope.models.layer.BorderPadding;
import org.zfscope.models.layer.BorderPadding.Border;
import org.zfscope.models.layer.DepthToSpace;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling;
import org.zfscope.models.layer.Sampling.Coordinates;
import org.zfscope.models.layer.Sampling.Interpolation;
import org.zfscope.models.layer.SpaceToDepth;
import org.zfscope.models.layer.TransposedConvolution;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;

/** Layers that make maps larger or smaller. Large maps grow no further, so that networks stay small. */
record RandomSizes(Random random) {

    private static final int LARGE = 16;

    Layer resize(Shape in) {
        return new Resize(sampling(in.height()), sampling(in.width()));
    }

    private Sampling sampling(int side) {
        int size = 1 + random.nextInt(Math.min(2 * side, LARGE + 4));
        List<Coordinates> coordinates = List.of(Coordinates.values());
        List<Interpolation> interpolations = List.of(Interpolation.values());
        return new Sampling(
                size,
                (double) size / side,
                coordinates.get(random.nextInt(coordinates.size())),
                interpolations.get(random.nextInt(interpolations.size())));
    }

    Layer borderPadding(Shape in) {
        List<Border> borders = List.of(Border.values());
        return new BorderPadding(
                borders.get(random.nextInt(borders.size())),
                frame(in.height()),
                frame(in.width()),
                frame(in.height()),
                frame(in.width()));
    }

    private int frame(int side) {
        return random.nextInt(Math.min(3, side));
    }

    Layer depthToSpace(Shape in) {
        boolean grows = in.channels() % 4 == 0 && in.height() <= LARGE && in.width() <= LARGE;
        return new DepthToSpace(grows ? 2 : 1, order());
    }

    Layer spaceToDepth(Shape in) {
        boolean shrinks = in.height() % 2 == 0 && in.width() % 2 == 0 && in.channels() <= LARGE;
        return new SpaceToDepth(shrinks ? 2 : 1, order());
    }

    private BlockOrder order() {
        return random.nextBoolean() ? BlockOrder.PIXEL_FIRST : BlockOrder.MAP_FIRST;
    }

    /** Rows and columns change places, or rows become channels. */
    Layer reshape(Shape in) {
        return new Reshape(
                random.nextBoolean()
                        ? new Shape(in.channels(), in.width(), in.height())
                        : new Shape(in.height(), in.channels(), in.width()));
    }

    Layer transposedConvolution(Shape in) {
        int groups = in.channels() % 2 == 0 && random.nextBoolean() ? 2 : 1;
        int depth = 1 + random.nextInt(3);
        Geometry geometry = new Geometry(axis(in.height()), axis(in.width()));
        int height = geometry.vertical().kernel();
        int width = geometry.horizontal().kernel();
        double deviation = 1.5 / Math.sqrt(in.channels() * height * width);
        float[] weights = RandomTensors.array(random, deviation, in.channels(), depth, height, width);
        return new TransposedConvolution(
                Weights.of(weights, new float[in.channels()], in.channels(), depth, height, width),
                RandomTensors.values(random, depth * groups, 0.3),
                geometry,
                extra(geometry.vertical()),
                extra(geometry.horizontal()),
                groups);
    }

    /** Padding cuts off less than there is. */
    private Axis axis(int side) {
        int stride = side <= LARGE / 2 ? 1 + random.nextInt(3) : 1;
        int kernel = 1 + random.nextInt(4);
        int dilation = kernel == 1 ? 1 : 1 + random.nextInt(2);
        int most = ((side - 1) * stride + (kernel - 1) * dilation) / 2;
        return new Axis(
                kernel,
                stride,
                random.nextInt(Math.min(3, most + 1)),
                random.nextInt(Math.min(3, most + 1)),
                dilation,
                false);
    }

    private int extra(Axis axis) {
        return random.nextInt(axis.stride());
    }
}
