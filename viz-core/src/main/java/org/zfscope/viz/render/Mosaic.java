package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;

/**
 * Tiles side by side, row by row, under a title. A mosaic is a drawing, so it may be a tile of another one: that is how
 * pairs and blocks are made.
 *
 * @param title one line or several, parted by \n; broken at spaces where it is wider than the tiles; may be empty
 */
public record Mosaic(List<Tile> tiles, String title) {

    public Mosaic {
        tiles = List.copyOf(tiles);
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException(say("viz.mosaic.mosaic-needs-tile"));
        }
    }

    public static Mosaic of(List<Tile> tiles) {
        return new Mosaic(tiles, "");
    }

    public static Mosaic ofPictures(List<RgbImage> pictures) {
        return of(pictures.stream().map(Tile::of).toList());
    }

    public Mosaic titled(String other) {
        return new Mosaic(tiles, other);
    }

    /**
     * The mosaic as a drawing. Tiles smaller than the largest stand in the middle of their cell.
     *
     * @throws InputException if it would be unreasonably large
     */
    public Drawing draw(MosaicStyle style) {
        return new MosaicDrawing(this, style).draw();
    }

    /** A picture of which every pixel becomes a square of that side. */
    public static RgbImage enlarged(RgbImage picture, int zoom) {
        return zoom == 1 ? picture : Drawing.of(picture).enlarged(zoom).picture();
    }

    /** Drawings one above the other, from the left border on, such as a heat map and its key, as one. */
    public static Drawing stacked(List<Drawing> parts, int gap, int gapColour) {
        long width = parts.stream().mapToLong(Drawing::width).max().orElse(0);
        long height = parts.stream().mapToLong(p -> p.height() + (long) gap).sum() - gap;
        Canvas canvas = new Canvas(width, height, gapColour);
        int y = 0;
        for (Drawing part : parts) {
            canvas.draw(part, 0, y, 1);
            y += part.height() + gap;
        }
        return canvas.drawing();
    }

    /** Drawings in one row, such as a projection and its picture patch, as one. */
    public static Drawing beside(List<Drawing> parts, int gap, int gapColour) {
        return of(parts.stream().map(Tile::of).toList())
                .draw(MosaicStyle.standard()
                        .withColumns(parts.size())
                        .withZoom(1)
                        .withGap(gap)
                        .withTheme(Theme.LIGHT.withGap(gapColour)));
    }
}
