package org.zfscope.models.load.onnx;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.zfscope.models.load.onnx.OnnxValue.Maps;
import org.zfscope.models.tensor.Shape;

/**
 * Maps that the graph looks at as another array, whose axes are sides of theirs, parts of them or several in one: what
 * Reshape and Transpose make. No layer yet; where the maps are looked at as themselves in the end there never is one.
 *
 * @param axes of the array, each with its digits from the slowest to the fastest
 * @param name of the node that made it
 */
record OnnxView(Maps maps, long batch, List<List<Atom>> axes, String name) implements OnnxValue {

    /** Maps as they are. */
    static OnnxView of(Maps maps, long batch, String name) {
        List<List<Atom>> axes = maps.sides().stream()
                .map(side -> Atom.joined(List.of(Atom.whole(side, side.of(maps.shape(), batch)))))
                .toList();
        return new OnnxView(maps, batch, axes, name);
    }

    long[] dims() {
        return axes.stream().mapToLong(Atom::size).toArray();
    }

    OnnxView transposed(int[] order) {
        return new OnnxView(
                maps, batch, Arrays.stream(order).mapToObj(axes::get).toList(), name);
    }

    /**
     * The same numbers in the same order under other dims, of which there must be as many.
     *
     * @throws IllegalArgumentException if an axis would have to be cut where none of its parts ends
     */
    OnnxView reshaped(long[] dims) {
        List<Atom> left = new ArrayList<>();
        axes.forEach(left::addAll);
        List<List<Atom>> reshaped = new ArrayList<>();
        for (long dim : dims) {
            reshaped.add(Atom.joined(taken(left, Math.toIntExact(dim))));
        }
        return new OnnxView(maps, batch, reshaped, name);
    }

    private List<Atom> taken(List<Atom> left, int size) {
        List<Atom> taken = new ArrayList<>();
        int open = size;
        while (open > 1) {
            Atom next = left.remove(0);
            if (open % next.size() == 0) {
                taken.add(next);
                open /= next.size();
            } else if (next.size() % open == 0) {
                taken.add(next.outer(open));
                left.add(0, next.inner(open));
                open = 1;
            } else {
                throw new IllegalArgumentException(say("models.onnx-view.cut", Arrays.toString(dims()), size));
            }
        }
        return taken;
    }

    /** The maps under the names that the axes give their sides, if every axis is a whole side or nothing. */
    Optional<Maps> asMaps() {
        List<Optional<Side>> named = new ArrayList<>();
        for (List<Atom> axis : axes) {
            boolean whole = axis.size() == 1 && axis.get(0).isWhole(maps.shape(), batch);
            if (!axis.isEmpty() && !whole) {
                return Optional.empty();
            }
            named.add(axis.stream().map(Atom::side).findFirst());
        }
        return Optional.of(new Maps(maps.layer(), maps.shape(), filled(named)));
    }

    /** Axes of one position get the sides that are left over, in their order. */
    static List<Side> filled(List<Optional<Side>> named) {
        Set<Side> left = EnumSet.copyOf(Side.PLAIN);
        named.forEach(side -> side.ifPresent(left::remove));
        List<Side> sides = new ArrayList<>();
        for (Optional<Side> side : named) {
            Side next = side.orElseGet(() -> left.stream().findFirst().orElse(Side.ONE));
            left.remove(next);
            sides.add(next);
        }
        return sides;
    }

    /**
     * Which side each axis becomes where the array is made into maps: channels that are whole stay channels, and else the
     * first axis after the batch becomes them.
     *
     * @throws IllegalArgumentException if there are too many axes, or pictures would be mixed
     */
    List<Optional<Side>> roles() {
        List<Integer> used = IntStream.range(0, axes.size())
                .filter(i -> !axes.get(i).isEmpty() && !isBatch(axes.get(i)))
                .boxed()
                .toList();
        boolean mixed = used.stream().anyMatch(i -> axes.get(i).stream().anyMatch(a -> a.side() == Side.BATCH));
        if (used.size() > 3 || mixed) {
            throw new NoLayerException(say("models.onnx-view.axes", Arrays.toString(dims())));
        }
        List<Side> roles = rolesOf(used);
        List<Optional<Side>> all = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            Optional<Side> batchSide = isBatch(axes.get(i)) ? Optional.of(Side.BATCH) : Optional.empty();
            all.add(used.contains(i) ? Optional.of(roles.get(used.indexOf(i))) : batchSide);
        }
        return all;
    }

    private List<Side> rolesOf(List<Integer> used) {
        if (axes.size() == 4
                && used.stream().allMatch(i -> i > 0)
                && channelsAmong(used).orElse(1) == 1) {
            return used.stream().map(Side.PLAIN::get).toList(); // the batch first, and then as they are named
        }
        int channels = channelsAmong(used).orElse(used.get(0));
        List<Side> others =
                new ArrayList<>(used.size() == 3 ? List.of(Side.ROWS, Side.COLUMNS) : List.of(Side.COLUMNS));
        return used.stream()
                .map(i -> i == channels ? Side.CHANNELS : others.remove(0))
                .toList();
    }

    /** The axis that is all channels and nothing else. */
    private Optional<Integer> channelsAmong(List<Integer> used) {
        return used.stream()
                .filter(i -> axes.get(i).size() == 1
                        && axes.get(i).get(0).side() == Side.CHANNELS
                        && axes.get(i).get(0).isWhole(maps.shape(), batch))
                .findFirst();
    }

    private boolean isBatch(List<Atom> axis) {
        return axis.size() == 1 && axis.get(0).side() == Side.BATCH;
    }

    /** The digits of a side of the maps that the array would be made into. */
    List<Atom> digits(List<Optional<Side>> roles, Side side) {
        int at = roles.indexOf(Optional.of(side));
        return at < 0 ? List.of() : axes.get(at);
    }

    /** Where value i of some digits lies in the maps' memory. */
    static int source(List<Atom> digits, int i, Shape shape) {
        int at = 0;
        int left = i;
        for (int d = digits.size() - 1; d >= 0; d--) {
            Atom digit = digits.get(d);
            at += left % digit.size() * digit.stride() * step(digit.side(), shape);
            left /= digit.size();
        }
        return at;
    }

    private static int step(Side side, Shape shape) {
        return switch (side) {
            case CHANNELS -> shape.area();
            case ROWS -> shape.width();
            default -> 1;
        };
    }
}
