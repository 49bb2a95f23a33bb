package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;

class BlockPictureTest {

    private static final int SIDE = 40;
    private static final int DARK = 0x30363D;

    private static RgbImage plain(int colour) {
        return new RgbImage(
                SIDE,
                SIDE,
                IntStream.generate(() -> colour).limit((long) SIDE * SIDE).toArray());
    }

    @Test
    void ninePicturesStandThreeByThreeUnderABarForTheLabel() {
        List<RgbImage> nine =
                IntStream.rangeClosed(1, 9).mapToObj(BlockPictureTest::plain).toList();

        RgbImage block = new BlockPicture(plain(0), 1).draw(nine);

        int all = 3 * SIDE + 2;
        int bar = block.height() - all;
        assertThat(block.width()).isEqualTo(all);
        assertThat((double) bar / block.height()).isCloseTo(BlockPicture.BAR, within(0.01));
        assertThat(block.pixel(0, 0)).isEqualTo(DARK);
        for (int i = 0; i < 9; i++) {
            assertThat(block.pixel(i % 3 * (SIDE + 1), bar + i / 3 * (SIDE + 1)))
                    .isEqualTo(i + 1);
        }
        assertThat(block.pixel(SIDE, bar)).as("between pictures").isEqualTo(DARK);
    }

    @Test
    void placesWithoutAPictureStayDarkAndTheBlockKeepsItsSize() {
        BlockPicture drawing = new BlockPicture(plain(0), 1);

        RgbImage one = drawing.draw(List.of(plain(5)));
        RgbImage none = drawing.draw(List.of());

        assertThat(List.of(one.width(), one.height())).isEqualTo(List.of(none.width(), none.height()));
        assertThat(none.pixels()).containsOnly(DARK);
        assertThat(one.pixel(one.width() - 1, one.height() - 1)).isEqualTo(DARK);
    }

    @Test
    void manyBlocksAreMadeSmallerSoThatAllFitIntoMemory() {
        int blocks = 100_000;

        RgbImage block = new BlockPicture(plain(0), blocks).draw(List.of());

        assertThat((double) blocks * block.pixels().length).isLessThan(6e7);
    }
}
