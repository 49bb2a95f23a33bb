package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class ShrinkTest {

    @Test
    void eachPixelIsTheMeanOfASquare() {
        Tensor maps = new Tensor(new Shape(2, 2, 4), new float[] {1, 3, 0, 0, 5, 7, 0, -4, 2, 2, 8, 8, 2, 2, 8, 8});

        assertThat(Shrink.maps(maps, 2)).isEqualTo(new Tensor(new Shape(2, 1, 2), new float[] {4, -1, 2, 8}));
    }

    @Test
    void whatFillsNoSquareIsLeftOut() {
        Tensor maps = new Tensor(new Shape(1, 3, 3), new float[] {1, 1, 9, 1, 1, 9, 9, 9, 9});

        assertThat(Shrink.maps(maps, 2).values()).containsExactly(1);
    }

    @Test
    void aMapSmallerThanTheSquareBecomesOnePixel() {
        assertThat(Shrink.maps(new Tensor(new Shape(1, 1, 2), new float[] {2, 4}), 3)
                        .values())
                .containsExactly(3);
    }

    @Test
    void byOneNothingChanges() {
        RgbImage picture = new RgbImage(2, 1, new int[] {0x102030, 0xFFEEDD});

        assertThat(Shrink.picture(picture, 1)).usingRecursiveComparison().isEqualTo(picture);
    }

    @Test
    void coloursAreAveragedOneByOne() {
        RgbImage picture = new RgbImage(2, 2, new int[] {0xFF0000, 0x00FF00, 0x0000FF, 0x000000});

        assertThat(Shrink.picture(picture, 2).pixels()).containsExactly(0x404040);
    }
}
