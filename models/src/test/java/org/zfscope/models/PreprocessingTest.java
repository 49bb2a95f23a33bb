package org.zfscope.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class PreprocessingTest {

    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;
    private static final int BLUE = 0x0000FF;
    private static final Preprocessing PLAIN =
            Preprocessing.of(Channels.RGB, new float[3], new float[] {1, 1, 1}, Source.FILE);

    /** 30 x 10: a red, a green and a blue square side by side. */
    private static RgbImage flag() {
        int[] pixels = new int[300];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = new int[] {RED, GREEN, BLUE}[i % 30 / 10];
        }
        return new RgbImage(30, 10, pixels);
    }

    private static RgbImage onePixel(int pixel) {
        return new RgbImage(1, 1, new int[] {pixel});
    }

    @Test
    void cropShowsTheCentre() {
        assertThat(PLAIN.fitted(flag(), new Shape(3, 10, 10)).pixels()).containsOnly(GREEN);
    }

    @Test
    void cropToAnInputThatIsNotSquareCoversIt() {
        RgbImage fitted = PLAIN.fitted(flag(), new Shape(3, 20, 40));

        assertThat(fitted.width()).isEqualTo(40);
        assertThat(fitted.height()).isEqualTo(20);
        // the flag scaled to 60 x 20: ten columns of red, then green up to the thirtieth
        assertThat(fitted.pixel(2, 10)).isEqualTo(RED);
        assertThat(fitted.pixel(20, 10)).isEqualTo(GREEN);
        assertThat(fitted.pixel(37, 10)).isEqualTo(BLUE);
    }

    @Test
    void shortSideIsScaledBeforeTheCrop() {
        RgbImage fitted = PLAIN.withShortSide(20).fitted(flag(), new Shape(3, 10, 30));

        // the flag scaled to 60 x 20, of which the middle half shows
        assertThat(fitted.pixel(2, 5)).isEqualTo(RED);
        assertThat(fitted.pixel(7, 5)).isEqualTo(GREEN);
        assertThat(fitted.pixel(22, 5)).isEqualTo(GREEN);
        assertThat(fitted.pixel(27, 5)).isEqualTo(BLUE);
    }

    @Test
    void aShortSideBelowTheInputStillCoversIt() {
        assertThat(PLAIN.withShortSide(5).fitted(flag(), new Shape(3, 10, 10)).pixels())
                .containsOnly(GREEN);
    }

    @Test
    void aVeryLongPictureCostsNoMoreThanWhatIsSeen() {
        int[] pixels = new int[10_000_000];
        Arrays.fill(pixels, BLUE);

        assertThat(PLAIN.fitted(new RgbImage(1, pixels.length, pixels), new Shape(3, 224, 224))
                        .pixels())
                .containsOnly(BLUE);
    }

    @Test
    void stretchShowsEverything() {
        RgbImage fitted = PLAIN.withFit(Fit.STRETCH).fitted(flag(), new Shape(3, 20, 15));

        assertThat(fitted.pixel(1, 10)).isEqualTo(RED);
        assertThat(fitted.pixel(7, 10)).isEqualTo(GREEN);
        assertThat(fitted.pixel(13, 10)).isEqualTo(BLUE);
    }

    @Test
    void padFillsUpWithTheMeanWhichBecomesZero() {
        Preprocessing pad = PLAIN.withFit(Fit.PAD).withMean(new Tensor(Shape.flat(3), new float[] {10.4f, 20, 30}));
        Shape input = new Shape(3, 30, 30);

        RgbImage fitted = pad.fitted(flag(), input);
        Tensor tensor = pad.apply(flag(), input);

        assertThat(fitted.pixel(0, 9)).isEqualTo(0x0A141E);
        assertThat(fitted.pixel(0, 10)).isEqualTo(RED);
        assertThat(fitted.pixel(29, 19)).isEqualTo(BLUE);
        assertThat(fitted.pixel(29, 20)).isEqualTo(0x0A141E);
        assertThat(tensor.at(0, 9, 0)).isZero();
        assertThat(tensor.at(0, 10, 0)).isEqualTo(255 - 10.4f);
        assertThat(tensor.at(2, 19, 29)).isEqualTo(225);
        assertThat(tensor.at(2, 20, 29)).isZero();
    }

    @Test
    void valuesAreLessTheMeanTimesTheScaleInTheOrderOfTheChannels() {
        Preprocessing how =
                Preprocessing.of(Channels.BGR, new float[] {1, 2, 3}, new float[] {2, 3, 0.5f}, Source.FILE);

        Tensor tensor = how.apply(onePixel(0x643214), new Shape(3, 1, 1));

        assertThat(tensor.values()).containsExactly((20 - 1) * 2f, (50 - 2) * 3f, (100 - 3) * 0.5f);
    }

    @Test
    void greyIsItuR601Luma() {
        Preprocessing how = Preprocessing.of(Channels.GREY, new float[] {0}, new float[] {1}, Source.FILE);
        Shape input = new Shape(1, 1, 1);

        assertThat(how.apply(onePixel(RED), input).at(0, 0, 0)).isEqualTo(76);
        assertThat(how.apply(onePixel(GREEN), input).at(0, 0, 0)).isEqualTo(150);
        assertThat(how.apply(onePixel(BLUE), input).at(0, 0, 0)).isEqualTo(29);
        assertThat(how.fitted(onePixel(GREEN), input).pixels()).containsExactly(0x969696);
    }

    @Test
    void aMeanPictureIsSubtractedPlaceByPlaceAndCutInTheCentreWhereItIsLarger() {
        Shape larger = new Shape(3, 3, 4);
        float[] mean = new float[larger.size()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = i;
        }
        RgbImage black = new RgbImage(2, 1, new int[2]);

        Tensor tensor = PLAIN.withMean(new Tensor(larger, mean)).apply(black, new Shape(3, 1, 2));

        // of each map's rows 0..3, 4..7, 8..11 the values 5 and 6
        assertThat(tensor.values()).containsExactly(-5, -6, -17, -18, -29, -30);
    }

    @Test
    void whatDoesNotSuitTheInputIsRefused() {
        Preprocessing small = PLAIN.withMean(Tensor.zeros(new Shape(3, 5, 5)));

        assertThatThrownBy(() -> small.apply(flag(), new Shape(3, 10, 10)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("3 x 5 x 5");
        assertThatThrownBy(() -> PLAIN.apply(flag(), new Shape(1, 10, 10)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("1 channels")
                .hasMessageContaining("choose other channels");
    }

    @Test
    void whereNoPictureHasTheInputsChannelsTheInputItselfIsAskedFor() {
        assertThatThrownBy(() -> PLAIN.apply(flag(), new Shape(96, 10, 10)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "takes 96 channels, but pictures have 1 or 3; give the input itself, a .npy file of 96 x 10 x 10");
    }

    @Test
    void optionsReplaceOneSettingAndSaySo() {
        Preprocessing how = Preprocessing.caffe(Source.FILE).withScale(0.5f).withShortSide(256);

        assertThat(how.source()).isEqualTo(Source.OPTION);
        assertThat(how.scale().values()).containsExactly(0.5f, 0.5f, 0.5f);
        assertThat(how.shortSide()).isEqualTo(256);
        assertThat(how.mean()).isEqualTo(Preprocessing.caffe(Source.FILE).mean());
    }

    @Test
    void eachColourKeepsItsMeanInAnotherOrderOfChannels() {
        Preprocessing bgr =
                Preprocessing.of(Channels.BGR, new float[] {10, 20, 30}, new float[] {1, 2, 3}, Source.FILE);

        assertThat(bgr.withChannels(Channels.RGB).mean().values()).containsExactly(30, 20, 10);
        assertThat(bgr.withChannels(Channels.RGB).scale().values()).containsExactly(3, 2, 1);
        // 0.299 * 30 + 0.587 * 20 + 0.114 * 10
        assertThat(bgr.withChannels(Channels.GREY).mean().values()).containsExactly(21.85f);
    }
}
