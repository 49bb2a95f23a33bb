package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * Some rows and columns of every map, in any order: a crop, every second pixel, a mirror image.
 *
 * @param rows for each row of the output which of the input's it is; one may be there more than once
 * @param columns the same for columns
 */
public record SelectPixels(int[] rows, int[] columns) implements Layer {

    public SelectPixels {
        requirePositions(rows);
        requirePositions(columns);
    }

    /** Rows and columns at even distances. */
    public SelectPixels(Line rows, Line columns) {
        this(rows.positions(), columns.positions());
    }

    /** {@code count} positions from {@code first} on, {@code step} apart; a negative step goes backwards. */
    public record Line(int first, int step, int count) {

        int[] positions() {
            return IntStream.range(0, count).map(i -> first + step * i).toArray();
        }
    }

    /** A part of every map. */
    public static SelectPixels crop(Window part) {
        return new SelectPixels(
                IntStream.range(part.y(), part.bottom()).toArray(),
                IntStream.range(part.x(), part.right()).toArray());
    }

    private static void requirePositions(int... positions) {
        if (positions.length == 0 || Arrays.stream(positions).anyMatch(i -> i < 0)) {
            throw new IllegalArgumentException(
                    say("models.select-pixels.positions-expected", Arrays.toString(positions)));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        requireInside(rows, input.height(), input);
        requireInside(columns, input.width(), input);
        return new Shape(input.channels(), rows.length, columns.length);
    }

    private static void requireInside(int[] positions, int side, Shape input) {
        int last = Arrays.stream(positions).max().orElse(0);
        if (last >= side) {
            throw new IllegalArgumentException(say("models.select-pixels.position-outside", last, input));
        }
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        int width = input.shape().width();
        return input.engine().each(input, outputShape(List.of(input.shape())), (channel, in, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = in[rows[i / columns.length] * width + columns[i % columns.length]];
            }
        });
    }

    /** Of what hangs over the border nothing is reached. */
    @Override
    public Window reach(Window output, Shape input) {
        Shape maps = new Shape(input.channels(), rows.length, columns.length);
        Window clipped = output.clip(maps);
        Window inside = clipped.fit(Math.max(1, clipped.height()), Math.max(1, clipped.width()), maps);
        int[] vertical =
                Arrays.stream(rows, inside.y(), inside.bottom()).sorted().toArray();
        int[] horizontal =
                Arrays.stream(columns, inside.x(), inside.right()).sorted().toArray();
        return Window.at(vertical[0], horizontal[0])
                .union(Window.at(vertical[vertical.length - 1], horizontal[horizontal.length - 1]));
    }
}
