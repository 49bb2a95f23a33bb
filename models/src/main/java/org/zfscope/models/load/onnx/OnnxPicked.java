package org.zfscope.models.load.onnx;

import java.util.Arrays;
import java.util.List;
import org.zfscope.models.load.onnx.OnnxValue.Maps;

/**
 * Some numbers of a layer's output in any order, of one picture. It becomes a layer when one takes it, and by then it often is
 * what a layer can do: PyTorch writes an adaptive pool as two lists of positions, a gathering and sums of slices.
 *
 * @param name of the node that has made it
 * @param dims as the graph sees them, with one picture a batch
 * @param from for each number which one of the output it is
 * @param blank those that are zero instead; empty: none
 * @param sides what the axes are; empty where that was lost on the way
 */
record OnnxPicked(String name, Maps base, long[] dims, int[] from, boolean[] blank, List<Side> sides)
        implements OnnxValue {

    /** All numbers of an array. */
    static OnnxPicked of(OnnxView view, String name) {
        OnnxPicks all = OnnxPicks.summed(view.axes().stream()
                .map(axis -> offsets(
                        axis.stream().filter(a -> a.side() != Side.BATCH).toList(), view))
                .toArray(int[][]::new));
        List<Side> sides = view.asMaps().map(Maps::sides).orElse(List.of());
        return new OnnxPicked(name, view.maps(), all.dims(), all.at(), new boolean[0], sides);
    }

    private static int[] offsets(List<Atom> digits, OnnxView view) {
        int[] offsets = new int[Atom.size(digits)];
        Arrays.setAll(offsets, i -> OnnxView.source(digits, i, view.maps().shape()));
        return offsets;
    }

    /** The same numbers under other dims. */
    OnnxPicked under(OnnxNode node, long... others) {
        return new OnnxPicked(node.name(), base, others, from, blank, List.of());
    }

    /** The same with what its axes are. */
    OnnxPicked with(List<Side> known) {
        return new OnnxPicked(name, base, dims, from, blank, known);
    }

    OnnxPicked picked(OnnxNode node, OnnxPicks picks) {
        int[] picked = new int[picks.at().length];
        boolean[] blanks = new boolean[blank.length == 0 ? 0 : picked.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = from[picks.at()[i]];
            if (blanks.length > 0) {
                blanks[i] = blank[picks.at()[i]];
            }
        }
        return new OnnxPicked(node.name(), base, picks.dims(), picked, blanks, List.of());
    }
}
