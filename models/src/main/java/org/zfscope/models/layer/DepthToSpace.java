package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Maps that grow: the values of block * block channels at a position become a block of pixels of one map. */
public record DepthToSpace(int block, BlockOrder order) implements Layer {

    public DepthToSpace {
        if (block < 1) {
            throw new IllegalArgumentException(say("models.depth-to-space.block", block));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.channels() % Math.multiplyExact(block, block) != 0) {
            throw new IllegalArgumentException(say("models.depth-to-space.channels", block * block, input));
        }
        return new Shape(
                input.channels() / (block * block),
                Math.multiplyExact(input.height(), block),
                Math.multiplyExact(input.width(), block));
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        Shape to = outputShape(List.of(from));
        return input.engine().make(input.pictures(), to, (picture, map, out) -> {
            float[] in = new float[from.area()];
            for (int row = 0; row < block; row++) {
                for (int column = 0; column < block; column++) {
                    input.read(picture, order.channel(block, to.channels(), map, row, column), in);
                    weave(in, from, row, column, out);
                }
            }
        });
    }

    private void weave(float[] in, Shape from, int row, int column, float[] out) {
        int width = from.width() * block;
        for (int i = 0; i < in.length; i++) {
            out[(i / from.width() * block + row) * width + i % from.width() * block + column] = in[i];
        }
    }

    @Override
    public Window reach(Window output, Shape input) {
        int top = Math.floorDiv(output.y(), block);
        int left = Math.floorDiv(output.x(), block);
        return new Window(
                top,
                left,
                Math.floorDiv(output.bottom() - 1, block) - top + 1,
                Math.floorDiv(output.right() - 1, block) - left + 1);
    }
}
