package org.zfscope.viz.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.MosaicStyle;
import org.zfscope.viz.render.Theme;

/** Nine pictures, three by three, strongest first, row by row, under a bar that has room for a label. */
public final class BlockPicture {

    /** The share of a block's height that is the bar. */
    public static final double BAR = 0.12;

    /** Of the bar and between pictures; labels are white. */
    private static final int DARK = 0x30363D;

    private static final int SIDE = 3;

    /** Of a layer's blocks: 120 MB, as they are kept. */
    private static final double MOST_PIXELS = 3e7;

    private final TileSize size;
    private final RgbImage blank;

    /**
     * Draws blocks.
     *
     * @param blank as large as each of the nine pictures
     * @param blocks how many there will be
     */
    public BlockPicture(RgbImage blank, int blocks) {
        this.size = new TileSize(blocks * SIDE * SIDE, MOST_PIXELS);
        this.blank = size.fitting(filled(blank.width(), blank.height(), DARK));
    }

    private static RgbImage filled(int width, int height, int colour) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        return new RgbImage(width, height, pixels);
    }

    /** At most nine pictures; places without one stay empty. */
    public RgbImage draw(List<RgbImage> pictures) {
        List<RgbImage> nine = new ArrayList<>();
        pictures.forEach(picture -> nine.add(size.fitting(picture)));
        while (nine.size() < SIDE * SIDE) {
            nine.add(blank);
        }
        Drawing block = Mosaic.ofPictures(nine)
                .draw(MosaicStyle.standard().withColumns(SIDE).withZoom(1).withTheme(Theme.DARK.withGap(DARK)));
        int bar = (int) Math.max(1, Math.rint(BAR / (1 - BAR) * block.height()));
        return Mosaic.stacked(List.of(Drawing.of(filled(block.width(), bar, DARK)), block), 0, DARK)
                .picture();
    }
}
