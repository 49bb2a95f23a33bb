package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** A frame around every map that is made from the map itself. */
public record BorderPadding(Border border, int top, int left, int bottom, int right) implements Layer {

    /** What the frame holds. */
    public enum Border {
        /** The map mirrored, its border being the mirror: c b | a b c | b a. */
        REFLECT,
        /** The map mirrored, border and all: b a | a b c | c b. */
        SYMMETRIC,
        /** The nearest value: a a | a b c | c c. */
        EDGE,
        /** The map again: b c | a b c | a b. */
        WRAP;

        /** How wide a frame a side of that many positions can give. */
        int most(int side) {
            return switch (this) {
                case REFLECT -> side - 1;
                case SYMMETRIC, WRAP -> side;
                case EDGE -> Integer.MAX_VALUE;
            };
        }

        /** Where the value of position i comes from, which may lie in the frame. */
        public int source(int i, int side) {
            if (i >= 0 && i < side) {
                return i;
            }
            return switch (this) {
                case REFLECT -> i < 0 ? -i : 2 * (side - 1) - i;
                case SYMMETRIC -> i < 0 ? -i - 1 : 2 * side - 1 - i;
                case EDGE -> i < 0 ? 0 : side - 1;
                case WRAP -> i < 0 ? i + side : i - side;
            };
        }
    }

    public BorderPadding {
        if (top < 0 || left < 0 || bottom < 0 || right < 0) {
            throw new IllegalArgumentException(say("models.border-padding.padding-must-negative"));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (Math.max(top, bottom) > border.most(input.height()) || Math.max(left, right) > border.most(input.width())) {
            throw new IllegalArgumentException(say("models.border-padding.wider-than-map", input));
        }
        return new Shape(
                input.channels(),
                Math.addExact(top + input.height(), bottom),
                Math.addExact(left + input.width(), right));
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        Shape to = outputShape(List.of(from));
        int[] columns = IntStream.range(0, to.width())
                .map(x -> border.source(x - left, from.width()))
                .toArray();
        return input.engine().each(input, to, (channel, in, out) -> {
            for (int y = 0; y < to.height(); y++) {
                int row = border.source(y - top, from.height()) * from.width();
                for (int x = 0; x < to.width(); x++) {
                    out[y * to.width() + x] = in[row + columns[x]];
                }
            }
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        int[] rows = sources(output.y() - top, output.height(), input.height());
        int[] columns = sources(output.x() - left, output.width(), input.width());
        return new Window(rows[0], columns[0], rows[1], columns[1]);
    }

    /** The first source of some neighbouring positions, and how many lie from there to the last. */
    private int[] sources(int first, int count, int side) {
        int[] sources = IntStream.range(first, first + count)
                .map(i -> border.source(i, side))
                .sorted()
                .toArray();
        return new int[] {sources[0], sources[count - 1] - sources[0] + 1};
    }
}
