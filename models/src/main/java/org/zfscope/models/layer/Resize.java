package org.zfscope.models.layer;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.layer.Sampling.Tap;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Maps sampled anew at another size, row by row and column by column. */
public record Resize(Sampling vertical, Sampling horizontal) implements Layer {

    @Override
    public Shape outputShape(List<Shape> inputs) {
        return new Shape(Inputs.single(inputs).channels(), vertical.size(), horizontal.size());
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        return input.engine().each(input, outputShape(List.of(from)), (channel, in, out) -> {
            for (int y = 0; y < vertical.size(); y++) {
                row(in, from, y, out);
            }
        });
    }

    private void row(float[] in, Shape from, int y, float[] out) {
        Tap upper = vertical.first(y, from.height());
        Tap lower = vertical.second(y, from.height());
        int above = upper.at() * from.width();
        int below = lower.at() * from.width();
        for (int x = 0; x < horizontal.size(); x++) {
            Tap left = horizontal.first(x, from.width());
            Tap right = horizontal.second(x, from.width());
            out[y * horizontal.size() + x] = upper.share()
                            * (left.share() * in[above + left.at()] + right.share() * in[above + right.at()])
                    + lower.share() * (left.share() * in[below + left.at()] + right.share() * in[below + right.at()]);
        }
    }

    @Override
    public Window reach(Window output, Shape input) {
        int top = vertical.first(output.y(), input.height()).at();
        int left = horizontal.first(output.x(), input.width()).at();
        int bottom = vertical.second(output.bottom() - 1, input.height()).at();
        int right = horizontal.second(output.right() - 1, input.width()).at();
        return new Window(top, left, bottom - top + 1, right - left + 1);
    }
}
