package org.zfscope.app.engine;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Tile;

/**
 * A layer's tiles, one a unit, in the order of the units.
 *
 * @param strengths each unit's largest value
 * @param values [channels, height, width], where a pixel of a tile is one value
 * @param note what a person must know, such as why there are no tiles; else empty
 * @param left how many tiles are still to be made
 */
public record MapsSheet(
        List<Object> key,
        String layer,
        MapsKind kind,
        List<Tile> tiles,
        float[] strengths,
        Optional<Tensor> values,
        String note,
        int left) {

    public static final MapsSheet NOTHING =
            new MapsSheet(List.of(), "", MapsKind.MAPS, List.of(), new float[0], Optional.empty(), "", 0);

    /** The share of a block of strongest pictures that is a bar for its label. */
    public static final double BAR = 0.12;

    public MapsSheet {
        tiles = List.copyOf(tiles);
    }

    static MapsSheet empty(Wanted wanted, String layer, String note) {
        return new MapsSheet(
                wanted.mapsKey(), layer, wanted.kind(), List.of(), new float[0], Optional.empty(), note, 0);
    }

    /** How many tiles there are when it is complete. */
    public int units() {
        return strengths.length;
    }

    /** How many of them are what is wanted. */
    public int done() {
        return units() - left;
    }

    public boolean isComplete() {
        return left == 0;
    }

    /** The strongest unit; of equals the first. */
    public int strongest() {
        int best = 0;
        for (int i = 1; i < strengths.length; i++) {
            if (strengths[i] > strengths[best]) {
                best = i;
            }
        }
        return best;
    }
}
