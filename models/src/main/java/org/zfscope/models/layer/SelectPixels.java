package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Some rows and columns of every map: a crop, every second pixel, or a mirror image. */
public record SelectPixels(Line rows, Line columns) implements Layer {

    /** {@code count} positions from {@code first} on, {@code step} apart; a negative step goes backwards. */
    public record Line(int first, int step, int count) {

        public Line {
            if (first < 0 || step == 0 || count < 1 || last(first, step, count) < 0) {
                throw new IllegalArgumentException(say("models.select-pixels.line", first, step, count));
            }
        }

        /** All of them. */
        public static Line all(int side) {
            return new Line(0, 1, side);
        }

        private static long last(int first, int step, int count) {
            return first + (long) step * (count - 1);
        }

        /** Where position i of the output comes from. */
        public int at(int i) {
            return first + step * i;
        }

        private boolean fits(int side) {
            return first < side && last(first, step, count) < side;
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (!rows.fits(input.height()) || !columns.fits(input.width())) {
            throw new IllegalArgumentException(say("models.select-pixels.do-fit-into", rows, columns, input));
        }
        return new Shape(input.channels(), rows.count(), columns.count());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        Shape to = outputShape(List.of(from));
        return input.engine().each(input, to, (channel, in, out) -> {
            for (int i = 0; i < out.length; i++) {
                out[i] = in[rows.at(i / to.width()) * from.width() + columns.at(i % to.width())];
            }
        });
    }

    @Override
    public Window reach(Window output, Shape input) {
        Window first = Window.at(rows.at(output.y()), columns.at(output.x()));
        Window last = Window.at(rows.at(output.bottom() - 1), columns.at(output.right() - 1));
        return first.union(last);
    }
}
