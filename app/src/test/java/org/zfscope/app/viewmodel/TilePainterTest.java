package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Tile;

class TilePainterTest {

    private static final int BACK = 0x123456;

    @Test
    void enlargedPixelsAreSquaresInTheOrderGiven() {
        List<Tile> tiles = List.of(plain(0x000001), plain(0x000002));
        TileLayout layout = new TileLayout(2, 2, 1, 1, 1);
        int[] pixels = new int[10 * 6];

        new TilePainter(pixels, 10, 6).paint(tiles, new int[] {1, 0}, layout, new Viewport(0, 0, 2), BACK);

        assertThat(pixels[0]).isEqualTo(0xFF000000 | BACK);
        assertThat(List.of(at(pixels, 2, 2), at(pixels, 3, 3))).containsOnly(0xFF000002);
        assertThat(List.of(at(pixels, 6, 2), at(pixels, 7, 3))).containsOnly(0xFF000001);
        assertThat(at(pixels, 4, 2)).isEqualTo(0xFF000000 | BACK);
    }

    @Test
    void shrunkPixelsAreMeans() {
        RgbImage checks = new RgbImage(2, 2, new int[] {0, 0xFFFFFF, 0xFFFFFF, 0});
        int[] pixels = new int[1];

        new TilePainter(pixels, 1, 1)
                .paint(
                        List.of(Tile.of(checks)),
                        new int[] {0},
                        new TileLayout(1, 1, 2, 2, 0),
                        new Viewport(0, 0, 0.5),
                        BACK);

        assertThat(pixels[0]).isEqualTo(0xFF7F7F7F);
    }

    @Test
    void whatIsZoomedStaysUnderTheMouse() {
        Viewport view = new Viewport(3, 4, 2);

        Viewport closer = view.zoomed(3, 40, 50);

        assertThat(closer.zoom()).isEqualTo(6);
        assertThat(closer.sheetX(40)).isEqualTo(view.sheetX(40));
        assertThat(closer.sheetY(50)).isEqualTo(view.sheetY(50));
    }

    @Test
    void everyTileIsFoundWhereItIsDrawn() {
        TileLayout layout = TileLayout.fitting(37, 13, 9, 640, 480);

        for (int place = 0; place < 37; place++) {
            assertThat(layout.place(layout.x(place) + 6, layout.y(place) + 4)).isEqualTo(place);
        }
        assertThat(layout.place(layout.x(0) - 0.1, layout.y(0))).isEqualTo(-1);
        assertThat(layout.place(layout.width() + 5, 3)).isEqualTo(-1);
    }

    @Test
    void allTilesAreSeenAtFirst() {
        TileLayout layout = TileLayout.fitting(512, 13, 13, 700, 500);
        Viewport view = Viewport.fit(layout, 700, 500);

        assertThat(view.paneX(layout.x(0))).isGreaterThanOrEqualTo(0);
        assertThat(view.paneY(layout.y(511) + 13)).isLessThanOrEqualTo(500);
    }

    private static Tile plain(int colour) {
        return Tile.of(new RgbImage(1, 1, new int[] {colour}));
    }

    private static int at(int[] pixels, int x, int y) {
        return pixels[y * 10 + x];
    }
}
