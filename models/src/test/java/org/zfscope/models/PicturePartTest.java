package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** The part of a picture that is looked at. */
class PicturePartTest {

    @Test
    void hundredthsBecomePixels() {
        assertThat(PicturePart.parse("10,20,90,80").of(200, 100)).isEqualTo(new Window(10, 40, 80, 120));
        assertThat(PicturePart.WHOLE.of(7, 5)).isEqualTo(new Window(0, 0, 5, 7));
        assertThat(PicturePart.parse("10, 20 90,80.50")).hasToString("10,20,90,80.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2,3", "10,20,10,80", "0,0,101,100", "-1,0,50,50", "a,0,50,50", "0,NaN,50,50"})
    void whatIsNoPartIsSaid(String text) {
        assertThatThrownBy(() -> PicturePart.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("top,left,bottom,right");
    }

    @Property(tries = 200)
    void aPartOfAnyPictureLiesInIt(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 0, max = 999) int top,
            @ForAll @IntRange(min = 0, max = 999) int left,
            @ForAll @IntRange(min = 1, max = 1000) int down,
            @ForAll @IntRange(min = 1, max = 1000) int across) {
        PicturePart part = new PicturePart(
                top / 10.0, left / 10.0, Math.min(1000, top + down) / 10.0, Math.min(1000, left + across) / 10.0);
        Window pixels = part.of(width, height);

        assertThat(pixels.height()).isPositive();
        assertThat(pixels.width()).isPositive();
        assertThat(pixels.clip(new Shape(1, height, width))).isEqualTo(pixels);
        assertThat(PicturePart.parse(part.toString())).isEqualTo(part);
    }

    @Test
    void theInputIsThatOfThePartAlone() {
        RgbImage picture = noise(90, 60);
        Preprocessing how = Preprocessing.torch(Preprocessing.Source.OPTION);
        Preprocessing cut = how.withPart(PicturePart.parse("50,0,100,50"));
        Shape input = new Shape(3, 16, 16);

        assertThat(cut.apply(picture, input)).isEqualTo(how.apply(picture.crop(new Window(30, 0, 30, 45)), input));
        assertThat(cut.toString()).contains("the part 50,0,100,50");
        assertThat(how.toString()).doesNotContain("the part");
        double[] corner = cut.placed(picture, input, 30, 7.5 - 0.5);
        assertThat(corner[0]).isBetween(-0.5, 0.5);
        assertThat(corner[1]).as("the crop of the part's middle begins there").isBetween(-0.5, 0.5);
    }

    private static RgbImage noise(int width, int height) {
        Random random = new Random(3);
        int[] pixels = random.ints((long) width * height, 0, 1 << 24).toArray();
        return new RgbImage(width, height, pixels);
    }
}
