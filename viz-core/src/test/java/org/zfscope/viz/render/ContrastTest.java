package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class ContrastTest {

    private static Tensor grey(float... values) {
        return new Tensor(new Shape(1, 1, values.length), values);
    }

    private static int[] levels(RgbImage picture) {
        return Arrays.stream(picture.pixels()).map(RgbImage::red).toArray();
    }

    private static int[] levels(Contrast contrast, float... values) {
        return levels(contrast.picture(grey(values), Channels.GREY));
    }

    private static final Contrast RAW_WEIGHTS = Contrast.weights();

    @Test
    void projectionsHaveZeroAtMidGreyAndBothSignsAlike() {
        // v / (2 * 4) + 1/2, times 255: 0, 127.5, 191.25, 255
        assertThat(levels(Contrast.projections(), -4, 0, 2, 4)).containsExactly(0, 128, 191, 255);
    }

    @Test
    void projectionsKeepZeroAtMidGreyWhenAllValuesArePositive() {
        assertThat(levels(Contrast.projections(), 0, 1, 2)).containsExactly(128, 191, 255);
    }

    @Test
    void featureMapsRunFromBlackForZeroToWhite() {
        assertThat(levels(Contrast.featureMaps(), -3, 0, 1, 5)).containsExactly(0, 0, 51, 255);
    }

    @Test
    void weightsRunFromTheSmallestToTheLargest() {
        assertThat(levels(RAW_WEIGHTS, -1, 0, 4)).containsExactly(0, 51, 255);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThat(levels(Contrast.projections(), 0, 0)).containsExactly(128, 128);
        assertThat(levels(Contrast.featureMaps(), 0, -2)).containsExactly(0, 0);
        assertThat(levels(RAW_WEIGHTS, 7, 7)).containsExactly(128, 128);
        assertThat(levels(RAW_WEIGHTS, 3e38f, 3e38f)).containsExactly(128, 128);
    }

    @Test
    void threeChannelsShareOneScaleAndFollowTheOrder() {
        Tensor first = new Tensor(new Shape(3, 1, 1), new float[] {4, 0, -2}); // 255, 128, 64
        Contrast contrast = Contrast.projections();
        assertThat(contrast.picture(first, Channels.RGB).pixel(0, 0)).isEqualTo(RgbImage.rgb(255, 128, 64));
        assertThat(contrast.picture(first, Channels.BGR).pixel(0, 0)).isEqualTo(RgbImage.rgb(64, 128, 255));
    }

    @Test
    void channelsThatDoNotMatchTheOrderAreRefused() {
        assertThatThrownBy(() -> Contrast.projections().picture(grey(1), Channels.RGB))
                .hasMessageContaining("RGB")
                .hasMessageContaining("1 x 1 x 1");
    }

    @Test
    void eachScaleSharesWhatItSays() {
        List<List<Tensor>> maps = List.of(List.of(grey(1), grey(2)), List.of(grey(4), grey(8)));
        assertThat(whites(Scale.Shared.TILE, maps)).containsExactly(255, 255, 255, 255);
        assertThat(whites(Scale.Shared.MAP, maps)).containsExactly(128, 255, 128, 255);
        assertThat(whites(Scale.Shared.LAYER, maps)).containsExactly(32, 64, 128, 255);
        assertThat(whites(new Scale.Fixed(4), maps)).containsExactly(64, 128, 255, 255);
    }

    private static int[] whites(Scale scale, List<List<Tensor>> maps) {
        return Contrast.featureMaps().withScale(scale).picturesByMap(maps, Channels.GREY).stream()
                .flatMap(List::stream)
                .mapToInt(p -> RgbImage.red(p.pixel(0, 0)))
                .toArray();
    }

    @Test
    void fixedScaleIsSymmetricForSignedValues() {
        Contrast contrast = Contrast.projections().withScale(new Scale.Fixed(10));
        assertThat(levels(contrast, -20, -10, 0, 5)).containsExactly(0, 0, 128, 191);
    }

    @Test
    void gainRaisesContrastAroundZeroAndClips() {
        assertThat(levels(Contrast.projections().withGain(2), -4, -1, 0, 4)).containsExactly(0, 64, 128, 255);
    }

    @Test
    void clipLeavesOutliersAndZerosOutOfTheScale() {
        float[] values = new float[30]; // 20 zeros, then 8 ones, 1000 and -1000
        Arrays.fill(values, 20, 28, 1);
        values[28] = 1000;
        values[29] = -1000;
        int[] levels = levels(Contrast.projections().withClip(0.1), values);
        assertThat(levels[0]).isEqualTo(128);
        assertThat(Arrays.copyOfRange(levels, 20, 30)).containsExactly(255, 255, 255, 255, 255, 255, 255, 255, 255, 0);
    }

    @Test
    void nanIsMagentaAndDoesNotCountForTheScale() {
        RgbImage picture = Contrast.projections()
                .picture(grey(Float.NaN, 1, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY), Channels.GREY);
        assertThat(picture.pixels()).containsExactly(0xFF00FF, 0xFFFFFF, 0xFFFFFF, 0x000000);
        assertThat(Contrast.projections()
                        .picture(grey(Float.NaN), Channels.GREY)
                        .pixels())
                .containsExactly(0xFF00FF);
    }

    @Test
    void senselessSettingsAreRefused() {
        assertThatThrownBy(() -> Contrast.projections().withGain(0)).hasMessageContaining("gain");
        assertThatThrownBy(() -> Contrast.projections().withGain(Double.NaN)).hasMessageContaining("gain");
        assertThatThrownBy(() -> Contrast.projections().withClip(0.5)).hasMessageContaining("clip");
        assertThatThrownBy(() -> new Scale.Fixed(0)).hasMessageContaining("positive");
    }

    @Test
    void mapsBecomeOneGreyPictureEach() {
        Tensor maps = new Tensor(new Shape(2, 1, 2), new float[] {0, 1, 2, 4});
        List<RgbImage> pictures = Contrast.featureMaps().maps(maps);
        assertThat(levels(pictures.get(0))).containsExactly(0, 64);
        assertThat(levels(pictures.get(1))).containsExactly(128, 255);
    }

    @Property(tries = 100)
    void brightnessFollowsTheOrderOfValuesAndValuesStay(
            @ForAll @Size(6) float[] values, @ForAll Tone tone, @ForAll @FloatRange(min = 0.1f, max = 50) float gain) {
        float[] before = values.clone();
        int[] levels = levels(new Contrast(tone, Scale.Shared.TILE, gain, 0), values);
        assertThat(values).containsExactly(before);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(values[i] > values[j] && levels[i] < levels[j]).isFalse();
            }
        }
    }
}
