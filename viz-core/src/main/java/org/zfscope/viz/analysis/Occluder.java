package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/**
 * A square that is moved over a picture.
 *
 * @param size its side in pixels of the network's input; 0 covers nothing
 * @param stride how far apart its places are
 */
public record Occluder(int size, int stride, Border border) {

    /** Where the square may lie. */
    public enum Border {
        /** Inside the picture. */
        INSIDE,
        /** Its centre is inside the picture, and it may hang over the border. */
        OVERHANG
    }

    public Occluder {
        if (size < 0 || stride < 1) {
            throw new IllegalArgumentException(say("viz.occluder.size-stride", size, stride));
        }
    }

    /** As large as suits a picture: 2/9 of its shorter side, in 28 or more places each way. */
    public static Occluder usual(Shape input) {
        int side = Math.min(input.height(), input.width());
        return new Occluder(Math.max(1, Math.round(side / 4.5f)), Math.max(1, side / 28), Border.INSIDE);
    }

    /** How many rows of places there are. */
    public int rows(Shape input) {
        return starts(input.height()).size();
    }

    public int columns(Shape input) {
        return starts(input.width()).size();
    }

    /** All places, row by row. They may hang over the border. */
    public List<Window> places(Shape input) {
        List<Window> places = new ArrayList<>();
        for (int y : starts(input.height())) {
            for (int x : starts(input.width())) {
                places.add(new Window(y, x, size, size));
            }
        }
        return places;
    }

    private List<Integer> starts(int side) {
        int first = border == Border.OVERHANG ? -(size / 2) : 0;
        int last = border == Border.OVERHANG ? side - 1 - size / 2 : Math.max(0, side - size);
        return IntStream.rangeClosed(0, (last - first) / stride)
                .mapToObj(i -> first + i * stride)
                .toList();
    }
}
