package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.HitProjection;

class PatchTest {

    private static final int GREY = 0x808080;
    private static final RgbImage PICTURE = new RgbImage(2, 2, new int[] {1, 2, 3, 4});

    @Test
    void whatHangsOverTheBorderIsWhatZeroIsInAProjection() {
        assertThat(Patch.of(PICTURE, new Window(-1, 1, 2, 2)).pixels()).containsExactly(GREY, GREY, 2, GREY);
    }

    @Test
    void aHitsPatchIsCutFromTheWholePictureOrFromWhatWasSeenOfItAlike() {
        for (Window field : new Window[] {
            new Window(0, 0, 2, 2), new Window(-1, 1, 2, 2), new Window(1, 0, 3, 1), new Window(-2, -2, 5, 5)
        }) {
            Window inside = field.clip(new Shape(3, 2, 2));
            HitProjection hit = hit(field, inside, PICTURE.crop(inside));

            assertThat(Patch.of(hit).pixels())
                    .isEqualTo(Patch.of(PICTURE, field).pixels());
        }
    }

    @Test
    void aUnitThatSeesNothingButPaddingHasAGreyPatch() {
        Window field = new Window(-3, -3, 2, 2);
        HitProjection hit = hit(field, Window.at(0, 0), PICTURE.crop(Window.at(0, 0)));

        assertThat(Patch.of(hit).pixels()).containsOnly(GREY);
        assertThat(Patch.blank(field).pixels()).hasSize(4).containsOnly(GREY);
    }

    private static HitProjection hit(Window field, Window inside, RgbImage seen) {
        Hit hit = new Hit(1, new Dataset.Item("a.png", ""), 0, 0);
        return new HitProjection(
                hit, 1, field, Tensor.zeros(new Shape(3, field.height(), field.width())), inside, seen);
    }
}
