package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Finds the layers that put a layer's numbers in the order of a {@link OnnxPicked}. */
final class OnnxSettling {

    private OnnxSettling() {}

    /**
     * The output of the last of them; the view's own base where nothing is to be done.
     *
     * @throws IllegalArgumentException if the view does not have the dims of maps, or no layer can do it
     */
    static Maps settled(OnnxPicked view, OnnxNode node, OnnxLayers layers) {
        OnnxPicked plain = plain(view, node);
        Shape shape = shape(plain);
        Maps maps = view.base();
        for (Layer layer : layers(plain, shape)) {
            maps = layers.add(view.name(), layer, plain.sides(), maps);
        }
        return new Maps(maps.layer(), maps.shape(), sides(view));
    }

    private static List<Side> sides(OnnxPicked view) {
        int rank = view.dims().length;
        if (view.sides().isEmpty() && rank > Side.PLAIN.size()) {
            throw new IllegalArgumentException(say("models.onnx-settling.maps-expected", view.described()));
        }
        return view.sides().isEmpty() ? Side.PLAIN.subList(0, rank) : view.sides();
    }

    /** With the axes in the order in which maps lie in memory. */
    private static OnnxPicked plain(OnnxPicked view, OnnxNode node) {
        List<Side> sides = sides(view);
        int[] order = IntStream.range(0, sides.size())
                .boxed()
                .sorted(Comparator.comparing(sides::get))
                .mapToInt(i -> i)
                .toArray();
        List<Side> sorted = Arrays.stream(order).mapToObj(sides::get).toList();
        OnnxPicked plain = view.picked(node, OnnxPicks.transposed(view.dims(), order));
        return new OnnxPicked(view.name(), plain.base(), plain.dims(), plain.from(), plain.blank(), sorted);
    }

    private static Shape shape(OnnxPicked view) {
        int channels = side(view, Side.CHANNELS);
        int rows = side(view, Side.ROWS);
        int columns = side(view, Side.COLUMNS);
        if ((long) channels * rows * columns != view.from().length || view.from().length == 0) {
            throw new IllegalArgumentException(say("models.onnx-settling.maps-expected", view.described()));
        }
        return new Shape(channels, rows, columns);
    }

    private static int side(OnnxPicked view, Side side) {
        int at = view.sides().indexOf(side);
        return at < 0 ? 1 : Math.toIntExact(view.dims()[at]);
    }

    private static List<Layer> layers(OnnxPicked view, Shape shape) {
        List<Layer> layers = new ArrayList<>(selections(view, shape));
        if (view.blank().length > 0) {
            layers.add(Affine.scale(mask(view, shape)));
        }
        return layers;
    }

    private static List<Layer> selections(OnnxPicked view, Shape shape) {
        Shape from = view.base().shape();
        int[] channels = IntStream.range(0, shape.channels())
                .map(c -> view.from()[c * shape.area()] / from.area())
                .toArray();
        int[] rows = IntStream.range(0, shape.height())
                .map(y -> view.from()[y * shape.width()] % from.area() / from.width())
                .toArray();
        int[] columns = IntStream.range(0, shape.width())
                .map(x -> view.from()[x] % from.width())
                .toArray();
        if (separates(view, channels, rows, columns)) {
            List<Layer> layers = new ArrayList<>();
            if (!isAll(channels, from.channels())) {
                layers.add(new SelectChannels(channels));
            }
            if (!isAll(rows, from.height()) || !isAll(columns, from.width())) {
                layers.add(new SelectPixels(rows, columns));
            }
            return layers;
        }
        return numberByNumber(view, shape);
    }

    private static boolean separates(OnnxPicked view, int[] channels, int[] rows, int[] columns) {
        Shape from = view.base().shape();
        int i = 0;
        for (int channel : channels) {
            for (int row : rows) {
                for (int column : columns) {
                    if (view.from()[i++] != (channel * from.height() + row) * from.width() + column) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isAll(int[] positions, int side) {
        return Arrays.equals(positions, IntStream.range(0, side).toArray());
    }

    /** As one long vector. */
    private static List<Layer> numberByNumber(OnnxPicked view, Shape shape) {
        List<Layer> layers = new ArrayList<>(List.of(new Flatten()));
        if (!isAll(view.from(), view.base().shape().size())) {
            layers.add(new SelectChannels(view.from()));
        }
        if (!shape.isFlat()) {
            layers.add(new Reshape(shape));
        }
        return layers;
    }

    /** One map where all channels have the same zeros, which is what adaptive pools ask for. */
    private static Tensor mask(OnnxPicked view, Shape shape) {
        float[] mask = new float[shape.size()];
        boolean alike = true;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = view.blank()[i] ? 0 : 1;
            alike &= mask[i] == mask[i % shape.area()];
        }
        return alike
                ? new Tensor(new Shape(1, shape.height(), shape.width()), Arrays.copyOf(mask, shape.area()))
                : new Tensor(shape, mask);
    }
}
