package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;

class MosaicTest {

    private static final int GAP = 0x0000FF;
    private static final int BLANK = 0x00FF00;
    private static final Theme THEME = new Theme(0xEEEEEE, 0x111111, GAP, BLANK, 0xFF0000);
    private static final MosaicStyle PLAIN = MosaicStyle.standard().withZoom(1).withTheme(THEME);

    private static RgbImage dot(int colour) {
        return AsciiArt.plain(1, 1, colour);
    }

    private static List<Tile> tiles(int n, RgbImage picture) {
        return Collections.nCopies(n, Tile.of(picture));
    }

    @Test
    void tilesStandRowByRowOnePixelApart() {
        Mosaic mosaic = Mosaic.ofPictures(List.of(dot(1), dot(2), dot(3)));
        assertThat(mosaic.draw(PLAIN).picture())
                .satisfies(p -> assertThat(p.width()).isEqualTo(3))
                .satisfies(p -> assertThat(p.pixels()).containsExactly(1, GAP, 2, GAP, GAP, GAP, 3, GAP, BLANK));
    }

    @Test
    void columnsAreTheRootRoundedUpUnlessGiven() {
        assertThat(Mosaic.of(tiles(5, dot(1))).draw(PLAIN).width()).isEqualTo(5);
        assertThat(Mosaic.of(tiles(5, dot(1))).draw(PLAIN).height()).isEqualTo(3);
        assertThat(Mosaic.of(tiles(5, dot(1))).draw(PLAIN.withColumns(5)).width())
                .isEqualTo(9);
        assertThat(Mosaic.of(tiles(5, dot(1))).draw(PLAIN.withColumns(5)).height())
                .isEqualTo(1);
    }

    @Test
    void zoomRepeatsPixelsAndLeavesGapsAsTheyAre() {
        RgbImage two = new RgbImage(2, 1, new int[] {1, 2});
        RgbImage drawn =
                Mosaic.ofPictures(List.of(two, two)).draw(PLAIN.withZoom(2)).picture();
        assertThat(drawn.width()).isEqualTo(9);
        assertThat(drawn.height()).isEqualTo(2);
        assertThat(drawn.pixels()).containsExactly(1, 1, 2, 2, GAP, 1, 1, 2, 2, 1, 1, 2, 2, GAP, 1, 1, 2, 2);
    }

    @Test
    void caffeLayoutPadsBottomAndRightOfEachTileInASquare() {
        MosaicStyle style = MosaicStyle.caffe();
        RgbImage drawn = Mosaic.of(tiles(2, dot(0xABCDEF))).draw(style).picture();
        int blank = style.theme().blank();
        assertThat(drawn.width()).isEqualTo(4);
        assertThat(drawn.pixels())
                .containsExactly(0xABCDEF, 0, 0xABCDEF, 0, 0, 0, 0, 0, blank, 0, blank, 0, 0, 0, 0, 0);
        assertThat(Mosaic.of(tiles(32, AsciiArt.plain(5, 5, 9))).draw(style))
                .extracting(Drawing::width, Drawing::height)
                .containsExactly(36, 36);
    }

    @Test
    void blankTilesDoNotLookLikeTheDarkestTileInAnyTheme() {
        assertThat(List.of(Theme.LIGHT, Theme.DARK, Theme.CAFFE))
                .extracting(Theme::blank)
                .doesNotContain(0x000000);
    }

    @Test
    void smallerTilesStandInTheMiddleOfTheirCell() {
        RgbImage drawn = Mosaic.ofPictures(List.of(AsciiArt.plain(3, 3, 7), dot(8)))
                .draw(PLAIN)
                .picture();
        assertThat(AsciiArt.of(drawn, 8)).isEqualTo(".......\n.....#.\n.......");
    }

    @Test
    void labelsStandBelowInTheMiddle() {
        RgbImage drawn = Mosaic.of(List.of(Tile.of(AsciiArt.plain(9, 2, 5), "1")))
                .draw(PLAIN)
                .picture();
        assertThat(drawn.width()).isEqualTo(9);
        assertThat(drawn.height()).isEqualTo(2 + 2 + 9 + 2);
        assertThat(AsciiArt.rows(drawn, 3, 12, THEME.ink())).isEqualTo("""
                        .........
                        ....#....
                        ...##....
                        ....#....
                        ....#....
                        ....#....
                        ....#....
                        ...###...
                        .........""");
    }

    @Test
    void labelsMayStandAbove() {
        RgbImage drawn = Mosaic.of(List.of(Tile.of(AsciiArt.plain(9, 2, 5), "1")))
                .draw(PLAIN.withLabels(MosaicStyle.Labels.ABOVE))
                .picture();
        assertThat(AsciiArt.rows(drawn, 12, 15, 5)).isEqualTo(".........\n#########\n#########");
        assertThat(AsciiArt.rows(drawn, 2, 3, THEME.ink())).isEqualTo("....#....");
    }

    @Test
    void cellsGrowForLabelsUpToALimit() {
        Tile named = Tile.of(dot(1), "conv5_3:12");
        assertThat(Mosaic.of(List.of(named)).draw(PLAIN).width()).isEqualTo(2 + 10 * 6 - 1 + 2);
        Tile tooLong = Tile.of(dot(1), "x".repeat(500));
        assertThat(Mosaic.of(List.of(tooLong)).draw(PLAIN).width()).isEqualTo(2 + 20 * 6 - 1 + 2);
    }

    @Test
    void titleStandsOnTopAtTheLeft() {
        RgbImage drawn = Mosaic.ofPictures(List.of(AsciiArt.plain(30, 1, 5)))
                .titled("I")
                .draw(PLAIN.withMargin(1))
                .picture();
        assertThat(drawn.width()).isEqualTo(32);
        assertThat(AsciiArt.rows(drawn, 1, 2, THEME.ink())).startsWith("..###...");
        assertThat(AsciiArt.rows(drawn, drawn.height() - 2, drawn.height(), 5))
                .isEqualTo("." + "#".repeat(30) + ".\n" + ".".repeat(32));
    }

    @Test
    void deadMapsHaveASmallCrossInTheirMiddle() {
        Tile dead = new Tile(AsciiArt.plain(13, 13, 0), "", true);
        RgbImage drawn = Mosaic.of(List.of(dead)).draw(PLAIN).picture();
        assertThat(AsciiArt.rows(drawn, 3, 10, THEME.mark())).isEqualTo("""
                        .............
                        ....#...#....
                        .....#.#.....
                        ......#......
                        .....#.#.....
                        ....#...#....
                        .............""");
        assertThat(drawn.pixels()).containsOnly(0, THEME.mark());
    }

    @Test
    void twinBlocksStandApart() {
        RgbImage drawn = new Twins(Collections.nCopies(9, dot(1)), Collections.nCopies(9, dot(2))).draw(3, THEME);
        assertThat(AsciiArt.of(drawn, 1))
                .isEqualTo("#.#.#.........\n..............\n#.#.#.........\n..............\n#.#.#.........");
        assertThat(AsciiArt.rows(drawn, 0, 1, 2)).isEqualTo(".........#.#.#");
    }

    @Test
    void pairsStandSideBySide() {
        RgbImage drawn = Mosaic.beside(List.of(Drawing.of(dot(1)), Drawing.of(dot(2))), 1, 0xAAAAAA)
                .picture();
        assertThat(drawn.pixels()).containsExactly(1, 0xAAAAAA, 2);
    }

    @Test
    void stackedPicturesStandOneAboveTheOther() {
        RgbImage drawn = Mosaic.stacked(List.of(Drawing.of(dot(1)), Drawing.of(AsciiArt.plain(2, 1, 2))), 1, 9)
                .picture();
        assertThat(drawn.width()).isEqualTo(2);
        assertThat(drawn.pixels()).containsExactly(1, 9, 9, 9, 2, 2);
    }

    @Test
    void whatIsTooLargeSaysWhatToDo() {
        Mosaic mosaic = Mosaic.of(tiles(100, AsciiArt.plain(100, 100, 1)));
        for (int zoom : new int[] {100, 65536}) {
            assertThatThrownBy(() -> mosaic.draw(PLAIN.withZoom(zoom)))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("too large")
                    .hasMessageContaining("fewer units");
        }
        assertThatThrownBy(() -> Mosaic.of(List.of())).hasMessageContaining("needs a tile");
    }

    @Test
    void automaticZoomMakesSmallTilesVisibleAndLeavesLargeOnesAlone() {
        assertThat(Mosaic.of(tiles(4, AsciiArt.plain(13, 13, 1)))
                        .draw(MosaicStyle.standard())
                        .width())
                .isEqualTo(2 * 13 * 4 + 1);
        assertThat(Mosaic.of(tiles(4, AsciiArt.plain(224, 224, 1)))
                        .draw(MosaicStyle.standard())
                        .width())
                .isEqualTo(449);
    }
}
