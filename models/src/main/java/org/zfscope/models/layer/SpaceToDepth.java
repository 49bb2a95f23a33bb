package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.compute.Maps;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Maps that shrink: each block of pixels becomes the values of block * block channels at one position. */
public record SpaceToDepth(int block, BlockOrder order) implements Layer {

    public SpaceToDepth {
        if (block < 1) {
            throw new IllegalArgumentException(say("models.space-to-depth.block", block));
        }
    }

    @Override
    public Shape outputShape(List<Shape> inputs) {
        Shape input = Inputs.single(inputs);
        if (input.height() % block != 0 || input.width() % block != 0) {
            throw new IllegalArgumentException(say("models.space-to-depth.sides", block, input));
        }
        return new Shape(
                Math.multiplyExact(input.channels(), Math.multiplyExact(block, block)),
                input.height() / block,
                input.width() / block);
    }

    @Override
    public Maps forward(List<Maps> inputs) {
        Maps input = inputs.get(0);
        Shape from = input.shape();
        Shape to = outputShape(List.of(from));
        Pixel[] pixels = pixels(from.channels());
        return input.engine().make(input.pictures(), to, (picture, channel, out) -> {
            float[] in = new float[from.area()];
            Pixel pixel = pixels[channel];
            input.read(picture, pixel.map, in);
            for (int i = 0; i < out.length; i++) {
                int row = i / to.width() * block + pixel.row;
                out[i] = in[row * from.width() + i % to.width() * block + pixel.column];
            }
        });
    }

    /** What a channel holds: a pixel of every block of a map. */
    private record Pixel(int map, int row, int column) {}

    private Pixel[] pixels(int maps) {
        Pixel[] pixels = new Pixel[maps * block * block];
        for (int map = 0; map < maps; map++) {
            for (int i = 0; i < block * block; i++) {
                pixels[order.channel(block, maps, map, i / block, i % block)] = new Pixel(map, i / block, i % block);
            }
        }
        return pixels;
    }

    @Override
    public Window reach(Window output, Shape input) {
        return output.times(block);
    }
}
