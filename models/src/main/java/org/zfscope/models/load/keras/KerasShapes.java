package org.zfscope.models.load.keras;

import java.util.Arrays;
import org.zfscope.models.layer.Flatten;
import org.zfscope.models.layer.Reshape;
import org.zfscope.models.layer.Resize;
import org.zfscope.models.layer.Sampling;
import org.zfscope.models.layer.SelectChannels;
import org.zfscope.models.layer.SelectPixels;
import org.zfscope.models.layer.ZeroPadding;
import org.zfscope.models.load.keras.KerasValue.Layout;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Layers that change where values lie, and none of the values. */
final class KerasShapes {

    private KerasShapes() {}

    /** One vector; of channels-first maps too Keras takes the channels last, if the layer says channels first. */
    static KerasValue flatten(KerasUse use) {
        KerasValue input = use.input();
        if (input.isVector()) {
            return input;
        }
        boolean turned = use.config().text("data_format", "").equals("channels_first");
        int[] places = (turned ? input.with(Layout.CHANNELS_LAST) : input).flatPlaces();
        KerasValue flat = use.add(new Flatten(), input);
        return new KerasValue(flat.node(), flat.shape(), Layout.VECTOR, places, flat.scaling());
    }

    /** To a vector or to maps; where rows, columns and channels lie in another order here, values change places. */
    static KerasValue reshape(KerasUse use) {
        KerasValue input = use.input();
        int[] target = target(use, input.shape().size());
        if (target.length == 1) {
            return flatten(use);
        }
        use.require(target.length == 3, "target_shape");
        Layout layout = input.isVector() ? Layout.CHANNELS_LAST : input.layout();
        Shape shape = layout == Layout.CHANNELS_LAST
                ? new Shape(target[2], target[0], target[1])
                : new Shape(target[0], target[1], target[2]);
        if (use.nodes().isUntouched(input)) {
            return use.nodes().reshapeInput(input, shape).with(layout);
        }
        return ordered(use, input, shape, layout);
    }

    private static KerasValue ordered(KerasUse use, KerasValue input, Shape shape, Layout layout) {
        int[] from = input.flatPlaces();
        int[] to = KerasValue.of("", shape, layout).flatPlaces();
        if (Arrays.equals(from, to)) {
            return input.shape().equals(shape) ? same(input, layout) : made(use, input, shape, layout);
        }
        KerasValue flat = input.shape().isFlat() ? input : use.addPart("flat", new Flatten(), input);
        KerasValue moved = use.addPart("order", new SelectChannels(sources(from, to, shape.size())), flat);
        return made(use, moved, shape, layout);
    }

    private static KerasValue same(KerasValue input, Layout layout) {
        return new KerasValue(input.node(), input.shape(), layout, new int[0], input.scaling());
    }

    private static KerasValue made(KerasUse use, KerasValue input, Shape shape, Layout layout) {
        return KerasValue.of(use.add(new Reshape(shape), input).node(), shape, layout);
    }

    /** For each index of a vector in one order the index in the other. */
    private static int[] sources(int[] from, int[] to, int size) {
        int[] whereFrom = new int[size];
        for (int i = 0; i < size; i++) {
            whereFrom[from.length == 0 ? i : from[i]] = i;
        }
        int[] sources = new int[size];
        for (int i = 0; i < size; i++) {
            sources[i] = whereFrom[to.length == 0 ? i : to[i]];
        }
        return sources;
    }

    /** A vector in Keras' own order, as a file's result. */
    static KerasValue inKerasOrder(KerasNodes nodes, KerasValue value) {
        if (value.places().length == 0) {
            return value;
        }
        int[] sources = sources(value.places(), new int[0], value.shape().size());
        KerasValue moved = nodes.addPart(value.node() + "_order", new SelectChannels(sources), value);
        return KerasValue.of(moved.node(), moved.shape(), Layout.VECTOR);
    }

    private static int[] target(KerasUse use, int size) {
        int[] target = use.config().integers("target_shape");
        long known = 1;
        int open = -1;
        for (int i = 0; i < target.length; i++) {
            use.require((target[i] == -1 && open < 0) || target[i] > 0, "target_shape");
            open = target[i] == -1 ? i : open;
            known *= Math.max(1, target[i]);
            use.require(known <= size, "target_shape");
        }
        if (open >= 0) {
            target[open] = (int) (size / known);
        }
        use.require(Arrays.stream(target).reduce(1, Math::multiplyExact) == size && target.length > 0, "target_shape");
        return target;
    }

    /** The order of axes; only what turns channels last into channels first and back leaves maps as they are here. */
    static KerasValue permute(KerasUse use) {
        KerasValue input = use.input();
        int[] dims = use.config().integers("dims");
        boolean last = input.layout() == Layout.CHANNELS_LAST;
        if (Arrays.equals(dims, new int[] {1, 2, 3}) || Arrays.equals(dims, new int[] {1})) {
            return input;
        }
        use.require(!input.isVector() && Arrays.equals(dims, last ? new int[] {3, 1, 2} : new int[] {2, 3, 1}), "dims");
        return input.with(last ? Layout.CHANNELS_FIRST : Layout.CHANNELS_LAST);
    }

    static KerasValue zeroPadding(KerasUse use) {
        int[] sides = frame(use, "padding");
        return use.add(new ZeroPadding(sides[0], sides[2], sides[1], sides[3]), use.maps());
    }

    static KerasValue cropping(KerasUse use) {
        KerasValue maps = use.maps();
        int[] sides = frame(use, "cropping");
        int rows = maps.shape().height() - sides[0] - sides[1];
        int columns = maps.shape().width() - sides[2] - sides[3];
        use.require(rows > 0 && columns > 0, "cropping");
        return use.add(SelectPixels.crop(new Window(sides[0], sides[2], rows, columns)), maps);
    }

    /** Top, bottom, left and right of ((t, b), (l, r)), of (rows, columns), or of one number. */
    private static int[] frame(KerasUse use, String setting) {
        int[] given = Arrays.stream(use.config().numbers(setting))
                .mapToInt(d -> (int) d)
                .toArray();
        int[] frame =
                switch (given.length) {
                    case 1 -> new int[] {given[0], given[0], given[0], given[0]};
                    case 2 -> new int[] {given[0], given[0], given[1], given[1]};
                    default -> given;
                };
        use.require(frame.length == 4 && Arrays.stream(frame).allMatch(s -> s >= 0 && s < 1 << 20), setting);
        return frame;
    }

    /** Pixels repeated, or the straight lines between their centres. */
    static KerasValue upSampling(KerasUse use) {
        KerasValue maps = use.maps();
        int[] size = use.config().pair("size", 2, 2);
        use.require(size[0] > 0 && size[1] > 0, "size");
        String how = use.config().text("interpolation", "nearest");
        use.require(how.equals("nearest") || how.equals("bilinear"), "interpolation");
        int height = Math.multiplyExact(maps.shape().height(), size[0]);
        int width = Math.multiplyExact(maps.shape().width(), size[1]);
        Resize resize = how.equals("nearest")
                ? new Resize(
                        Sampling.repeat(maps.shape().height(), size[0]),
                        Sampling.repeat(maps.shape().width(), size[1]))
                : linear(maps.shape(), height, width);
        return use.add(resize, maps);
    }

    static Resize linear(Shape from, int height, int width) {
        return new Resize(Sampling.linear(from.height(), height), Sampling.linear(from.width(), width));
    }
}
