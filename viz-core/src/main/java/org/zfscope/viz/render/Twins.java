package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.image.RgbImage;

/**
 * Two blocks side by side in the same order: projections at the left, the patches of the pictures they come from at the
 * right, as in Fig. 2 of [Zeiler2014 §4]. Tiles are 1 pixel apart, blocks 4, so that
 * one sees which is which.
 */
public record Twins(List<RgbImage> projections, List<RgbImage> patches) {

    private static final int BETWEEN_BLOCKS = 4;

    public Twins {
        projections = List.copyOf(projections);
        patches = List.copyOf(patches);
        if (projections.size() != patches.size()) {
            throw new IllegalArgumentException(
                    say("viz.twins.projections-patches", projections.size(), patches.size()));
        }
    }

    /**
     * One picture, to be a tile of a mosaic of units.
     *
     * @param columns of each block; 0 = as many as make it square
     */
    public RgbImage draw(int columns, Theme theme) {
        MosaicStyle style =
                MosaicStyle.standard().withColumns(columns).withZoom(1).withTheme(theme);
        return Mosaic.beside(
                        List.of(
                                Mosaic.ofPictures(projections).draw(style),
                                Mosaic.ofPictures(patches).draw(style)),
                        BETWEEN_BLOCKS,
                        theme.gap())
                .picture();
    }
}
