package org.zfscope.models.load.onnx;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.tensor.Shape;

/**
 * A side of maps, or one digit of it: with 6 channels taken as 2 x 3, the first digit of channel 5 is 1 and has the stride
 * 3, the second is 2 and has the stride 1.
 *
 * @param size how many values the digit has
 * @param stride how many positions of the side a step of it is
 */
record Atom(Side side, int size, int stride) {

    static Atom whole(Side side, long size) {
        return new Atom(side, Math.toIntExact(size), 1);
    }

    /** The first of two digits, of which it has that many values. */
    Atom outer(int count) {
        return new Atom(side, count, stride * (size / count));
    }

    /** The rest of it. */
    Atom inner(int count) {
        return new Atom(side, size / count, stride);
    }

    boolean isWhole(Shape shape, long batch) {
        return stride == 1 && size == side.of(shape, batch);
    }

    /** Digits of one side that follow on each other as one, and without those that have a single value. */
    static List<Atom> joined(List<Atom> atoms) {
        List<Atom> joined = new ArrayList<>();
        for (Atom atom : atoms) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).leads(atom)) {
                joined.set(last, new Atom(atom.side, joined.get(last).size * atom.size, atom.stride));
            } else if (atom.size > 1) {
                joined.add(atom);
            }
        }
        return joined;
    }

    private boolean leads(Atom next) {
        return next.side == side && stride == next.stride * next.size;
    }

    static int size(List<Atom> atoms) {
        return atoms.stream().mapToInt(Atom::size).reduce(1, Math::multiplyExact);
    }
}
