package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.Collection;
import java.util.List;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;

/**
 * Gives values colours. Values are only read, never changed. All channels of a tile share one scale, or hues would
 * shift. Infinite values and NaN do not count for the scale; NaN is drawn magenta, so that nobody takes it for a value.
 *
 * @param gain how many times the contrast is raised, 0.001 to 1000; what becomes brighter than white or darker than black
 *     is clipped
 * @param clip the share of the non-zero values cut off at either end before the scale is taken, 0 to less than 0.5
 */
public record Contrast(Tone tone, Scale scale, double gain, double clip) {

    public Contrast {
        if (!(gain >= 0.001 && gain <= 1000)) {
            throw new IllegalArgumentException(say("viz.contrast.gain-needs-number-0", gain));
        }
        if (!(clip >= 0 && clip < 0.5)) {
            throw new IllegalArgumentException(say("viz.contrast.clip-needs-share-0", clip));
        }
    }

    /** For projections: zero is mid-grey and each tile has its own scale. */
    public static Contrast projections() {
        return new Contrast(Tone.SIGNED, Scale.Shared.TILE, 1, 0);
    }

    /** For feature maps: from black, for zero, to white, for the layer's largest value. */
    public static Contrast featureMaps() {
        return new Contrast(Tone.POSITIVE, Scale.Shared.LAYER, 1, 0);
    }

    /** For weights: from black, for the layer's smallest, to white, for its largest. */
    public static Contrast weights() {
        return new Contrast(Tone.MIN_MAX, Scale.Shared.LAYER, 1, 0);
    }

    public Contrast withTone(Tone other) {
        return new Contrast(other, scale, gain, clip);
    }

    public Contrast withScale(Scale other) {
        return new Contrast(tone, other, gain, clip);
    }

    public Contrast withGain(double other) {
        return new Contrast(tone, scale, other, clip);
    }

    public Contrast withClip(double other) {
        return new Contrast(tone, scale, gain, other);
    }

    /**
     * One picture.
     *
     * @param tile [1, height, width] for grey, [3, height, width] for colour
     * @param order what the channels are, as the network's {@link org.zfscope.models.Preprocessing} has it
     */
    public RgbImage picture(Tensor tile, Channels order) {
        return pictures(List.of(tile), order).get(0);
    }

    /** One picture a tile, where each is of a map of its own. */
    public List<RgbImage> pictures(List<Tensor> tiles, Channels order) {
        return picturesByMap(tiles.stream().map(List::of).toList(), order).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** One picture a tile; the inner lists are the tiles of one map each. */
    public List<List<RgbImage>> picturesByMap(List<List<Tensor>> maps, Channels order) {
        return draw(maps.stream()
                .map(m -> m.stream().map(t -> Planes.of(t, order)).toList())
                .toList());
    }

    /** One grey picture a feature map of [channels, height, width]. */
    public List<RgbImage> maps(Tensor maps) {
        return draw(Planes.each(maps).stream().map(List::of).toList()).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<List<RgbImage>> draw(List<List<Planes>> maps) {
        if (scale == Scale.Shared.LAYER) {
            Range all = range(maps.stream().flatMap(List::stream).toList());
            return maps.stream().map(map -> draw(map, all)).toList();
        }
        if (scale == Scale.Shared.MAP) {
            return maps.stream().map(map -> draw(map, range(map))).toList();
        }
        return maps.stream().map(this::drawEach).toList();
    }

    private static List<RgbImage> draw(List<Planes> tiles, Range range) {
        return tiles.stream().map(tile -> tile.picture(range)).toList();
    }

    private List<RgbImage> drawEach(List<Planes> tiles) {
        return tiles.stream().map(tile -> tile.picture(range(List.of(tile)))).toList();
    }

    /** The range for tiles that share one. */
    Range range(Collection<Planes> tiles) {
        Range range = tone.range(extent(tiles));
        return range.tightened(tone.anchor(range), gain);
    }

    private Extent extent(Collection<Planes> tiles) {
        if (scale instanceof Scale.Fixed fixed) {
            return new Extent(-fixed.max(), fixed.max());
        }
        return clip > 0 ? Extent.clipped(tiles, clip) : Extent.of(tiles);
    }
}
