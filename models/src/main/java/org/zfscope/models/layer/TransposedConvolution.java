package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.compute.Place;
import org.zfscope.models.compute.Signal;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;

/**
 * A convolution run backwards, so that maps grow: every value of the input lays its filter, times itself, over the output,
 * and where filters overlap they add up. It is the transpose of the convolution that {@code geometry} describes, from this
 * layer's output to its input, plus a bias.
 *
 * @param weights [channels of the input, filters / groups, kernel height, kernel width], with biases of zero
 * @param bias [filters]
 * @param geometry of the convolution from the output to the input
 * @param extraRows rows at the bottom beside those that the windows need: a stride of 2 comes from 7 rows and from 8
 * @param extraColumns columns at the right
 * @param groups sets of channels and filters that share nothing
 */
public record TransposedConvolution(
        Weights weights, float[] bias, Geometry geometry, int extraRows, int extraColumns, int groups)
        implements Layer, Weighted {

    public TransposedConvolution {
        if (groups < 1 || weights.rank() != 4 || weights.units() % groups != 0 || extraRows < 0 || extraColumns < 0) {
            throw new IllegalArgumentException(say("models.transposed-convolution.weights-do-make", weights, groups));
        }
        if (weights.side(2) != geometry.vertical().kernel()
                || weights.side(3) != geometry.horizontal().kernel()) {
            throw new IllegalArgumentException(say(
                    "models.transposed-convolution.weights-window",
                    Quantities.shape(weights.side(2), weights.side(3)),
                    geometry));
        }
        if (bias.length != weights.side(1) * groups) {
            throw new IllegalArgumentException(
                    say("models.transposed-convolution.biases", weights.side(1) * groups, bias.length));
        }
    }

    @Override
    public TransposedConvolution with(Weights other) {
        return new TransposedConvolution(other, bias, geometry, extraRows, extraColumns, groups);
    }

    /** Maps of the output. */
    public int filters() {
        return bias.length;
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() != weights.units()) {
            throw new IllegalArgumentException(say("models.transposed-convolution.channels", weights.units(), input));
        }
        return new Shape(
                filters(),
                side(geometry.vertical(), input.height(), extraRows),
                side(geometry.horizontal(), input.width(), extraColumns));
    }

    private static int side(Axis axis, int windows, int extra) {
        int span = Math.addExact(Math.multiplyExact(windows - 1, axis.stride()), axis.extent());
        return Math.addExact(span, extra) - axis.before() - axis.after();
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        float[] ones = new float[bias.length];
        Arrays.fill(ones, 1);
        try (Maps unbiased = laid(input)) {
            return input.engine().scaled(unbiased, ones, bias);
        }
    }

    private Maps laid(Maps input) {
        List<Place> whole = everywhere(input.pictures(), input.shape());
        List<Place> to = everywhere(input.pictures(), outputShape(List.of(input.shape())));
        Signal signal = new Signal(input, whole); // the input's owner closes it
        return input.engine().transposed(signal, weights, geometry, groups, to);
    }

    private static List<Place> everywhere(int pictures, Shape shape) {
        return IntStream.range(0, pictures)
                .mapToObj(picture -> new Place(picture, Window.whole(shape)))
                .toList();
    }

    @Override
    public Maps forwardRectified(List<Maps> inputs, float ceiling) {
        try (Maps signed = forward(inputs)) {
            return signed.engine().rectify(signed, ceiling);
        }
    }

    @Override
    public long parameters() {
        return (long) weights.units() * weights.each() + bias.length;
    }

    /** The inputs whose filters lie on some of the outputs. */
    @Override
    public Window reach(Window output, Shape input) {
        int top = first(geometry.vertical(), output.y());
        int left = first(geometry.horizontal(), output.x());
        return new Window(
                top,
                left,
                last(geometry.vertical(), output.bottom() - 1) - top + 1,
                last(geometry.horizontal(), output.right() - 1) - left + 1);
    }

    private static int first(Axis axis, int position) {
        return -Math.floorDiv(axis.extent() - 1 - axis.before() - position, axis.stride());
    }

    private static int last(Axis axis, int position) {
        return Math.floorDiv(position + axis.before(), axis.stride());
    }
}
