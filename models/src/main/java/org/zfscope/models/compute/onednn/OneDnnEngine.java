package org.zfscope.models.compute.onednn;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Pooled;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Switches;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;

/**
 * Computes by oneDNN's operations, called directly. Maps stay in the order that the operations like, from layer to layer
 * and on the way back; ReLUs are done by the layers below them; 3 x 3 layers take Winograd's algorithm where the processor
 * has it.
 */
public final class OneDnnEngine implements Engine {

    /** What people call it. */
    public static final String NAME = "onednn";

    /** Channels of a picture: too few to lie side by side. */
    private static final int FEW = 4;

    /** The exponent that everybody uses; with others oneDNN goes value by value. */
    private static final float USUAL_BETA = 0.75f;

    private final OneDnn dnn;
    private final Convolutions convolutions;
    private final MaxPooling pooling;
    private final Products products;
    private final Pointwise pointwise;
    private final ChannelScale scale;
    private final ResponseNorm norm;

    /** Loads the library, which takes a third of a second. */
    public OneDnnEngine() {
        dnn = new OneDnn();
        convolutions = new Convolutions(dnn, Algorithm.FASTEST);
        pooling = new MaxPooling(dnn);
        products = new Products(dnn);
        pointwise = new Pointwise(dnn);
        scale = new ChannelScale(dnn);
        norm = new ResponseNorm(dnn);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void load() {}

    @Override
    public Listening listen(Consumer<String> listener) {
        return dnn.listen(listener);
    }

    private Maps maps(Block block) {
        return new BlockMaps(this, block);
    }

    // new maps

    @Override
    public Maps make(int pictures, Shape shape, MapSource source) {
        dnn.tell("java");
        Layout layout = new Layout(extent(pictures, shape), usual(shape));
        return maps(dnn.filled(layout, block -> Lanes.fill(block, source)));
    }

    private static Extent extent(int pictures, Shape shape) {
        return new Extent(pictures, shape.channels(), shape.height(), shape.width());
    }

    /** The order in which the next operation probably wants such maps. */
    private static Order usual(Shape shape) {
        return shape.isFlat() || shape.channels() <= FEW ? Order.PLAIN : OneDnn.order();
    }

    @Override
    public Maps of(int pictures, Shape shape, float[] values) {
        return maps(dnn.copyOf(FloatBuffer.wrap(values), extent(pictures, shape)));
    }

    @Override
    public Maps reshaped(Maps input, Shape shape) {
        Block block = BlockMaps.block(input);
        return maps(
                shape.equals(input.shape())
                        ? Reorder.same(dnn, block)
                        : Reorder.flat(dnn, block, extent(input.pictures(), shape)));
    }

    // filters and matrices

    @Override
    public Maps convolve(Maps input, Weights filters, Geometry geometry, int groups) {
        return maps(convolutions.forward(
                BlockMaps.block(input),
                LayerFilters.forward(dnn, filters, groups),
                Slides.of(geometry, input.shape())));
    }

    @Override
    public Maps convolveRectified(Maps input, Weights filters, Geometry geometry, int groups, float ceiling) {
        return maps(convolutions.rectified(
                BlockMaps.block(input),
                LayerFilters.forward(dnn, filters, groups),
                Slides.of(geometry, input.shape()),
                ceiling));
    }

    @Override
    public Maps transposed(Signal above, Weights filters, Geometry geometry, int groups, List<Place> below) {
        Optional<LoneNeurons> lone = lone(above, geometry);
        if (lone.isPresent()) {
            return lone.get().below(filters, geometry, groups, below, Float.NEGATIVE_INFINITY);
        }
        return landed(
                above,
                geometry,
                below,
                (signal, landing) -> convolutions.back(
                        signal,
                        LayerFilters.back(dnn, filters, groups),
                        landing.slide(),
                        landing.height(),
                        landing.width()));
    }

    @Override
    public Maps transposedRectified(Signal above, Weights filters, Geometry geometry, int groups, List<Place> below) {
        Optional<LoneNeurons> lone = lone(above, geometry);
        if (lone.isPresent()) {
            return lone.get().below(filters, geometry, groups, below, 0);
        }
        return landed(
                above,
                geometry,
                below,
                (signal, landing) -> convolutions.backRectified(
                        signal,
                        LayerFilters.back(dnn, filters, groups),
                        landing.slide(),
                        landing.height(),
                        landing.width()));
    }

    private static Optional<LoneNeurons> lone(Signal above, Geometry geometry) {
        boolean gaps = geometry.vertical().dilation() * geometry.horizontal().dilation() > 1;
        return gaps ? Optional.empty() : LoneNeurons.in(above);
    }

    /** Carries a signal down: from where it is, or where that does not just fill what is asked for, from there or to there. */
    private Maps landed(
            Signal above, Geometry geometry, List<Place> below, BiFunction<Block, Landing, Block> convolution) {
        Block signal = BlockMaps.block(above.values());
        Landing landing = Landing.of(geometry, above.places(), below);
        if (landing.covered().equals(below) || !Landing.keepsSides(geometry)) {
            return moved(convolution.apply(signal, landing), landing.covered(), below);
        }
        try (Block there = cropped(signal, above.places(), below)) {
            return maps(convolution.apply(there, Landing.of(geometry, below, below)));
        }
    }

    /** The block in other windows; it is used up. */
    private Maps moved(Block block, List<Place> from, List<Place> to) {
        if (from.equals(to)) {
            return maps(block);
        }
        try (block) {
            return maps(cropped(block, from, to));
        }
    }

    private Block cropped(Block block, List<Place> from, List<Place> to) {
        Place one = to.get(0);
        return Crop.copy(
                dnn,
                block,
                Slides.between(from, to),
                one.window().height(),
                one.window().width());
    }

    @Override
    public void forgetTransposed(Weights filters) {
        filters.forget(LayerFilters.Back.class);
    }

    @Override
    public Maps multiply(Maps input, Weights weights) {
        return maps(products.forward(BlockMaps.block(input), LayerMatrix.of(weights)));
    }

    @Override
    public Maps multiplyRectified(Maps input, Weights weights, float ceiling) {
        return maps(products.rectified(BlockMaps.block(input), LayerMatrix.of(weights), ceiling));
    }

    @Override
    public Maps multiplyTransposed(Maps signal, Weights weights, Shape below) {
        Extent extent = extent(signal.pictures(), below);
        return maps(products.back(BlockMaps.block(signal), LayerMatrix.of(weights), extent));
    }

    // value by value

    @Override
    public Maps rectify(Maps input) {
        return maps(pointwise.rectify(BlockMaps.block(input)));
    }

    @Override
    public Maps rectify(Maps input, float ceiling) {
        return maps(pointwise.rectify(BlockMaps.block(input), Rectifier.upTo(ceiling)));
    }

    @Override
    public Maps masked(Signal signal, Maps forward) {
        Block values = BlockMaps.block(signal.values());
        Block all = BlockMaps.block(forward);
        if (Slides.areWhole(signal.places(), forward.pictures(), forward.shape())) {
            return maps(pointwise.masked(values, all));
        }
        Extent window = values.extent();
        try (Block seen = Crop.copy(dnn, all, Slides.corners(signal.places()), window.height(), window.width())) {
            return maps(pointwise.masked(values, seen));
        }
    }

    @Override
    public Maps add(List<Maps> inputs) {
        if (inputs.size() == 1) {
            return reshaped(inputs.get(0), inputs.get(0).shape());
        }
        Block sum = pointwise.add(BlockMaps.block(inputs.get(0)), BlockMaps.block(inputs.get(1)));
        for (Maps more : inputs.subList(2, inputs.size())) {
            try (Block before = sum) {
                sum = pointwise.add(before, BlockMaps.block(more));
            }
        }
        return maps(sum);
    }

    @Override
    public Maps scaled(Maps input, float[] factor, float[] shift) {
        return maps(scale.forward(BlockMaps.block(input), factor, shift));
    }

    @Override
    public Optional<Maps> normalised(Maps input, int size, float alpha, float beta, float k) {
        Block block = BlockMaps.block(input);
        boolean usual = block.layout().order() == OneDnn.order() && size % 2 == 1 && beta == USUAL_BETA;
        return usual ? Optional.of(maps(norm.forward(block, size, alpha, beta, k))) : Optional.empty();
    }

    // whole channels

    @Override
    public Maps concatenated(List<Maps> inputs) {
        return maps(Joining.concat(dnn, inputs.stream().map(BlockMaps::block).toList()));
    }

    @Override
    public Maps moved(Signal signal, int first, int channels, List<Place> to) {
        Block block = BlockMaps.block(signal.values());
        if (channels == block.extent().channels()) {
            return maps(cropped(block, signal.places(), to));
        }
        return moved(Joining.slice(dnn, block, first, channels), signal.places(), to);
    }

    // pools

    @Override
    public Pooled maxPool(Maps input, Geometry geometry) {
        if (geometry.vertical().dilation() * geometry.horizontal().dilation() > 1) {
            return Engine.super.maxPool(input, geometry); // oneDNN has nothing but plain loops for it
        }
        Slide slide = Slides.of(geometry, input.shape());
        var pooled = pooling.forward(BlockMaps.block(input), slide);
        return new Pooled(maps(pooled.values()), new PoolSwitches(pooled.switches(), input.shape()));
    }

    @Override
    public Maps unpool(Signal above, Switches switches, Shape map, List<Place> below) {
        if (!(switches instanceof PoolSwitches own)) {
            return Engine.super.unpool(above, switches, map, below);
        }
        Block signal = BlockMaps.block(above.values());
        if (Slides.areWhole(above.places(), own.pictures(), own.pooled())
                && Slides.areWhole(below, own.pictures(), map)) {
            return maps(pooling.unpool(signal, own.recorded(), map.height(), map.width()));
        }
        Optional<Covering> covering = Covering.of(own.recorded(), below);
        if (covering.isPresent()) {
            return unpooled(above, own.recorded(), covering.get());
        }
        Block all = pooling.unpool(signal, own.recorded(), Slides.corners(above.places()));
        return moved(all, own.reached(above.places()), below);
    }

    /** Moves the signal, which is the smaller side, to where it fills just what is asked for. */
    private Maps unpooled(Signal above, org.zfscope.models.compute.onednn.Switches switches, Covering covering) {
        Block signal = BlockMaps.block(above.values());
        if (covering.outputs().equals(above.places())) {
            return maps(pooling.unpool(signal, switches, covering));
        }
        try (Block there = cropped(signal, above.places(), covering.outputs())) {
            return maps(pooling.unpool(there, switches, covering));
        }
    }
}
