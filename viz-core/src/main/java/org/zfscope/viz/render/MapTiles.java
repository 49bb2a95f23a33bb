package org.zfscope.viz.render;

import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;

/** A layer's feature maps as tiles, labelled with their numbers from 0. */
public final class MapTiles {

    private MapTiles() {}

    /**
     * One tile a map. The scale is the contrast's.
     *
     * @param maps [channels, height, width]
     */
    public static List<Tile> of(Tensor maps, Contrast contrast) {
        List<Planes> each = Planes.each(maps);
        List<RgbImage> pictures = contrast.maps(maps);
        return IntStream.range(0, each.size())
                .mapToObj(c -> new Tile(pictures.get(c), Integer.toString(c), isDead(each.get(c), contrast.tone())))
                .toList();
    }

    /** Nothing to be seen in it: of a map no value above zero, of a signal, which has a sign, none but zero. */
    private static boolean isDead(Planes map, Tone tone) {
        return IntStream.range(0, map.length())
                .noneMatch(i -> tone == Tone.SIGNED ? map.value(i) != 0 : map.value(i) > 0);
    }
}
