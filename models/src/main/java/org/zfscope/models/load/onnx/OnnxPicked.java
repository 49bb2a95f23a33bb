package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.layer.Affine;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.load.onnx.OnnxValue.Picked;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Finds the layers that put a layer's numbers in the order of a {@link Picked}. */
final class OnnxPicked {

    private OnnxPicked() {}

    /**
     * The output of the last of them; the view's own base where nothing is to be done.
     *
     * @throws IllegalArgumentException if the view does not have the dims of maps, or no layer can do it
     */
    static Maps settled(Picked view, OnnxLayers layers) {
        Shape shape = shape(view);
        int rank = view.dims().length;
        Maps maps = view.base();
        for (Layer layer : layers(view, shape)) {
            maps = layers.add(view.name(), layer, rank, maps);
        }
        return maps.ranked(rank);
    }

    private static Shape shape(Picked view) {
        long[] dims = view.dims();
        boolean maps = dims.length == 4 || dims.length == 2 || (dims.length == 3 && dims[2] == 1);
        if (!maps || dims[0] != 1) {
            throw new IllegalArgumentException(say("models.onnx-picked.maps-expected", view.described()));
        }
        int[] sides = Arrays.stream(Arrays.copyOf(dims, 4))
                .mapToInt(d -> d == 0 ? 1 : Math.toIntExact(d))
                .toArray();
        return new Shape(sides[1], sides[2], sides[3]);
    }

    private static List<Layer> layers(Picked view, Shape shape) {
        List<Layer> layers = new ArrayList<>(selections(view, shape));
        if (view.blank().length > 0) {
            layers.add(Affine.scale(mask(view, shape)));
        }
        return layers;
    }

    private static List<Layer> selections(Picked view, Shape shape) {
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

    private static boolean separates(Picked view, int[] channels, int[] rows, int[] columns) {
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
    private static List<Layer> numberByNumber(Picked view, Shape shape) {
        if (!shape.isFlat()) {
            throw new IllegalArgumentException(
                    say("models.onnx-picked.no-layer", view.described()));
        }
        int size = view.base().shape().size();
        return isAll(view.from(), size)
                ? List.of(new Flatten())
                : List.of(new Flatten(), new SelectChannels(view.from()));
    }

    /** One map where all channels have the same zeros, which is what adaptive pools ask for. */
    private static Tensor mask(Picked view, Shape shape) {
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
