package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Window;

class OverlayTest {

    private static final RgbImage BLACK = AsciiArt.plain(5, 4, 0);

    @Test
    void blendMixesEachChannel() {
        RgbImage upper = AsciiArt.plain(5, 4, 0x6432C8); // 100, 50, 200
        assertThat(Overlay.blend(BLACK, upper, 0.5).pixels()).containsOnly(0x321964);
        assertThat(Overlay.blend(BLACK, upper, 1).pixels()).containsOnly(0x6432C8);
        assertThat(BLACK.pixels()).containsOnly(0);
        assertThatThrownBy(() -> Overlay.blend(BLACK, AsciiArt.plain(4, 5, 0), 0.5))
                .hasMessageContaining("4 x 5");
    }

    @Test
    void framesLieInsideTheirWindow() {
        assertThat(AsciiArt.of(Overlay.frame(BLACK, new Window(1, 1, 3, 4), 1, 9), 9))
                .isEqualTo(".....\n.####\n.#..#\n.####");
    }

    @Test
    void framesThatHangOverTheBorderAreCut() {
        assertThat(AsciiArt.of(Overlay.frame(BLACK, new Window(-2, -1, 4, 3), 1, 9), 9))
                .isEqualTo(".#...\n##...\n.....\n.....");
    }

    @Test
    void patchesKeepTheirSizeAtTheBorder() {
        RgbImage picture = new RgbImage(2, 2, new int[] {1, 2, 3, 4});
        assertThat(Overlay.patch(picture, new Window(-1, 1, 2, 2), 7).pixels()).containsExactly(7, 7, 2, 7);
        assertThat(Overlay.patch(picture, new Window(5, 5, 1, 1), 7).pixels()).containsExactly(7);
    }
}
