package org.zfscope.viz.exhibit;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.Strengths;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.MapTiles;
import org.zfscope.viz.render.Tile;

/**
 * A layer's tiles, one a unit, in the order of the units.
 *
 * @param question what they answer
 * @param strengths each unit's largest value
 * @param values [channels, height, width], where a pixel of a tile is one value
 * @param note what a person must know, such as why there are no tiles; else empty
 * @param left how many tiles are still to be made
 */
public record TileSheet(
        LayerExhibit question, List<Tile> tiles, float[] strengths, Optional<Tensor> values, String note, int left)
        implements Sheet {

    /** Before anything is open. */
    public static final TileSheet NOTHING =
            empty(new OpenQuestion(Subject.of(ModelSource.ofArchitecture("nothing")), "", ""), "");

    public TileSheet {
        tiles = List.copyOf(tiles);
    }

    /** No tiles, and why. */
    static TileSheet empty(LayerExhibit question, String note) {
        return new TileSheet(question, List.of(), new float[0], Optional.empty(), note, 0);
    }

    /** A tile a map of [channels, height, width]. */
    static TileSheet ofMaps(LayerExhibit question, Tensor maps, Contrast contrast, String note) {
        return new TileSheet(question, MapTiles.of(maps, contrast), Strengths.ofMaps(maps), Optional.of(maps), note, 0);
    }

    @Override
    public boolean answers(Object asked) {
        return question.equals(asked);
    }

    public String layer() {
        return question.layer();
    }

    /** How many tiles there are when it is complete. */
    public int units() {
        return strengths.length;
    }

    /** How many of them are what is wanted. */
    public int done() {
        return units() - left;
    }

    @Override
    public boolean isComplete() {
        return left == 0;
    }

    /** The label of a unit's tile in one line, or its number. */
    public String oneLine(int unit) {
        String label = tiles.get(unit).label();
        return label.isEmpty() ? Integer.toString(unit) : label.replace("\n", "  ");
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
