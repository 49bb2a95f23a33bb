package org.zfscope.viz.render;

/**
 * The colours around the tiles, each 0xRRGGBB.
 *
 * @param paper behind text
 * @param ink of text
 * @param gap between tiles
 * @param blank where a tile would be but is none; another colour than a black map
 * @param mark of dead maps; no grey
 */
public record Theme(int paper, int ink, int gap, int blank, int mark) {

    /** White, for print. */
    public static final Theme LIGHT = new Theme(0xFFFFFF, 0x1A1A1A, 0xFFFFFF, 0xFFFFFF, 0xE67E00);

    /** Dark, for the screen. */
    public static final Theme DARK = new Theme(0x2A303A, 0xE4E8EE, 0x2A303A, 0x2A303A, 0xFF9A1F);

    /** Black between the tiles as in Caffe's mosaic, but blank tiles are blue, so that they do not look like weights. */
    public static final Theme CAFFE = new Theme(0x000000, 0xFFFFFF, 0x000000, 0x203A5C, 0xFF9A1F);

    public Theme withGap(int colour) {
        return new Theme(paper, ink, colour, blank, mark);
    }
}
