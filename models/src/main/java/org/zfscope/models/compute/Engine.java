package org.zfscope.models.compute;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;

/**
 * How layers are computed, both ways. Layers and steps say what is wanted in terms of maps; an engine does it with
 * whatever layouts, libraries and prepared filters it likes.
 *
 * <p>Everything that is given back is new and the caller's to close; arguments are never changed. All maps passed to an
 * engine are its own. What is rare is computed by the loops that stand here, map by map in Java; an engine replaces those
 * that are worth it. A new kind of layer needs nothing but {@link #make}.
 */
public interface Engine {

    /** Fills one map, which starts as zeros: [height, width]. Called by several threads at once. */
    @FunctionalInterface
    interface MapSource {
        void fill(int picture, int channel, float[] map);
    }

    /** Makes a map {@code out} from the map {@code in} of the same picture and channel. Called by several threads at once. */
    @FunctionalInterface
    interface MapFunction {
        void apply(int channel, float[] in, float[] out);
    }

    /** What people call it: a word. */
    String name();

    /** Loads the native libraries, which takes about a second; later calls do nothing. */
    void load();

    /** Says the name of each implementation as it uses it, {@code java} for plain loops, until what this gives is closed. */
    Listening listen(Consumer<String> listener);

    /** Somebody listens; one at a time. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }

    // new maps

    /** Maps made one by one, shared out over the processor's cores. */
    Maps make(int pictures, Shape shape, MapSource source);

    /** A copy of values in the order [pictures, channels, height, width]. */
    Maps of(int pictures, Shape shape, float[] values);

    /** A copy of pictures of one shape. */
    default Maps of(List<Tensor> pictures) {
        Shape shape = pictures.get(0).shape();
        if (pictures.size() == 1) {
            return of(1, shape, pictures.get(0).values());
        }
        return make(
                pictures.size(),
                shape,
                (picture, channel, map) ->
                        System.arraycopy(pictures.get(picture).values(), channel * map.length, map, 0, map.length));
    }

    /** Maps of another shape, each made from the one of the same channel. */
    default Maps each(Maps input, Shape shape, MapFunction function) {
        int area = input.shape().area();
        return make(input.pictures(), shape, (picture, channel, out) -> {
            float[] in = new float[area];
            input.read(picture, channel, in);
            function.apply(channel, in, out);
        });
    }

    /** The same values, in the order channels, rows, columns, as maps of another shape of the same size. */
    Maps reshaped(Maps input, Shape shape);

    // filters and matrices

    /**
     * Each filter slid over the input, plus its bias.
     *
     * @param filters [filters, channels / groups, kernel height, kernel width]
     * @param groups sets of channels and filters that share nothing
     */
    Maps convolve(Maps input, Weights filters, Geometry geometry, int groups);

    /** The same with all that is below zero set to zero, and what is above the ceiling, maybe infinite, to that. */
    default Maps convolveRectified(Maps input, Weights filters, Geometry geometry, int groups, float ceiling) {
        try (Maps signed = convolve(input, filters, geometry, groups)) {
            return rectify(signed, ceiling);
        }
    }

    /**
     * The transpose of {@link #convolve}, without bias: the signal carried to windows of what the convolution slid over.
     *
     * @param geometry of the convolution from below to the signal
     * @param below for each seed the window to fill, all of one size and inside the maps; zero where nothing reaches
     * @return [channels, window height, window width] for each seed
     */
    Maps transposed(Signal above, Weights filters, Geometry geometry, int groups, List<Place> below);

    /** The same with all that is below zero set to zero, as a deconvnet does at the ReLU below. */
    default Maps transposedRectified(Signal above, Weights filters, Geometry geometry, int groups, List<Place> below) {
        try (Maps signed = transposed(above, filters, geometry, groups, below)) {
            return rectify(signed);
        }
    }

    /** Gives back what {@link #transposed} keeps ready of these filters; the next time it takes longer. */
    default void forgetTransposed(Weights filters) {}

    /**
     * All values of a picture, in the order channels, rows, columns, times the weights, plus the biases.
     *
     * @param weights [units, inputs]
     * @return [units, 1, 1] for each picture
     */
    Maps multiply(Maps input, Weights weights);

    /** The same with all that is below zero set to zero, and what is above the ceiling, maybe infinite, to that. */
    default Maps multiplyRectified(Maps input, Weights weights, float ceiling) {
        try (Maps signed = multiply(input, weights)) {
            return rectify(signed, ceiling);
        }
    }

    /** The transpose of {@link #multiply}, without biases: a signal on the units carried to inputs of the given shape. */
    Maps multiplyTransposed(Maps signal, Weights weights, Shape below);

    // value by value

    /** max(x, 0). */
    Maps rectify(Maps input);

    /** min(max(x, 0), ceiling); the ceiling may be infinite. */
    default Maps rectify(Maps input, float ceiling) {
        if (Float.isInfinite(ceiling)) {
            return rectify(input);
        }
        return each(input, input.shape(), (channel, in, out) -> {
            for (int i = 0; i < in.length; i++) {
                out[i] = Math.min(Math.max(in[i], 0), ceiling);
            }
        });
    }

    /** A signal where the maps on the way forward were above zero, and zero elsewhere. */
    default Maps masked(Signal signal, Maps forward) {
        Maps values = signal.values();
        return make(values.pictures(), values.shape(), (seed, channel, out) -> {
            Place place = signal.places().get(seed);
            float[] gate = new float[out.length];
            values.read(seed, channel, out);
            forward.read(place.picture(), channel, place.window(), gate);
            for (int i = 0; i < out.length; i++) {
                out[i] = gate[i] > 0 ? out[i] : 0;
            }
        });
    }

    /** The sum of maps of one shape, from the first to the last. */
    default Maps add(List<Maps> inputs) {
        return each(inputs.get(0), inputs.get(0).shape(), inputs.subList(1, inputs.size()));
    }

    private Maps each(Maps first, Shape shape, List<Maps> more) {
        return make(first.pictures(), shape, (picture, channel, sum) -> {
            float[] next = new float[sum.length];
            first.read(picture, channel, sum);
            for (Maps other : more) {
                other.read(picture, channel, next);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += next[i];
                }
            }
        });
    }

    /** scale * x + shift, with one number of each for a channel. */
    default Maps scaled(Maps input, float[] scale, float[] shift) {
        return each(input, input.shape(), (channel, in, out) -> {
            for (int i = 0; i < in.length; i++) {
                out[i] = scale[channel] * in[i] + shift[channel];
            }
        });
    }

    /**
     * Local response normalisation across maps, where the engine is better at it than the layer's own loops: x / d^beta with
     * d = k + alpha * (sum of the squares at the same position in the {@code size} nearest maps).
     */
    default Optional<Maps> normalised(Maps input, int size, float alpha, float beta, float k) {
        return Optional.empty();
    }

    // whole channels

    /** The inputs' channels one after the other. */
    default Maps concatenated(List<Maps> inputs) {
        int[] starts = new int[inputs.size() + 1];
        for (int i = 0; i < inputs.size(); i++) {
            starts[i + 1] = starts[i] + inputs.get(i).shape().channels();
        }
        Shape one = inputs.get(0).shape();
        Shape all = new Shape(starts[inputs.size()], one.height(), one.width());
        return make(inputs.get(0).pictures(), all, (picture, channel, map) -> {
            int from = IntStream.range(0, inputs.size())
                    .filter(i -> channel < starts[i + 1])
                    .findFirst()
                    .orElseThrow();
            inputs.get(from).read(picture, channel - starts[from], map);
        });
    }

    /**
     * Some channels of a signal in other windows: zero where those are larger, cut off where they are smaller.
     *
     * @param first the first channel
     * @param channels how many
     */
    default Maps moved(Signal signal, int first, int channels, List<Place> to) {
        Window target = to.get(0).window();
        Shape shape = new Shape(channels, target.height(), target.width());
        int area = signal.values().shape().area();
        return make(to.size(), shape, (seed, channel, out) -> {
            float[] in = new float[area];
            signal.values().read(seed, first + channel, in);
            signal.places().get(seed).window().copy(in, out, to.get(seed).window());
        });
    }

    // pools

    /** The maximum of each window, and where it was. Padding never wins; of equals the first in row-major order wins. */
    default Pooled maxPool(Maps input, Geometry geometry) {
        return MaxPooling.of(input, geometry);
    }

    /**
     * The transpose of {@link #maxPool}: every value goes to where its maximum came from, and where several came from one
     * place they add up.
     *
     * @param map the shape of the pool's input
     * @param below for each seed the window of the input to fill
     */
    default Maps unpool(Signal above, Switches switches, Shape map, List<Place> below) {
        return MaxPooling.back(above, switches, map, below);
    }
}
