package org.zfscope.models.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zfscope.models.tensor.Window;

class ResampleTest {

    @Property(tries = 100)
    void agreesWithTheFilterWrittenOutInDoubles(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 1, max = 40) int newWidth,
            @ForAll @IntRange(min = 1, max = 40) int newHeight,
            @ForAll long seed) {
        RgbImage image = random(width, height, seed);

        RgbImage scaled = Resample.bicubic(image, newWidth, newHeight);

        assertThat(scaled.width()).isEqualTo(newWidth);
        assertThat(scaled.height()).isEqualTo(newHeight);
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int found = scaled.pixel(x, y);
                assertNear(RgbImage.red(found), naive(image, newWidth, newHeight, x, y, RgbImage::red));
                assertNear(RgbImage.green(found), naive(image, newWidth, newHeight, x, y, RgbImage::green));
                assertNear(RgbImage.blue(found), naive(image, newWidth, newHeight, x, y, RgbImage::blue));
            }
        }
    }

    private static void assertNear(int found, double expected) {
        assertThat(Math.abs(found - expected)).isLessThanOrEqualTo(1.5);
    }

    /** One value: rows first mixed across, each clipped to 0..255 as the stored picture is, then down. */
    private static double naive(RgbImage image, int newWidth, int newHeight, int x, int y, IntUnaryOperator channel) {
        double[] across = weights(image.width(), newWidth, x);
        double[] down = weights(image.height(), newHeight, y);
        double sum = 0;
        for (int j = 0; j < image.height(); j++) {
            double row = 0;
            for (int i = 0; i < image.width(); i++) {
                row += across[i] * channel.applyAsInt(image.pixel(i, j));
            }
            sum += down[j] * Math.max(0, Math.min(255, row));
        }
        return Math.max(0, Math.min(255, sum));
    }

    /** A weight for every pixel of the row, most of them zero. */
    private static double[] weights(int from, int to, int at) {
        double scale = Math.max(1, (double) from / to);
        double center = (at + 0.5) * from / to - 0.5;
        double[] weights = new double[from];
        for (int i = 0; i < from; i++) {
            weights[i] = keys(Math.abs(i - center) / scale);
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(w -> w / sum).toArray();
    }

    /** Keys 1981, equation 4 with a = -1/2. */
    private static double keys(double s) {
        double a = -0.5;
        if (s <= 1) {
            return (a + 2) * Math.pow(s, 3) - (a + 3) * Math.pow(s, 2) + 1;
        }
        return s < 2 ? a * Math.pow(s, 3) - 5 * a * Math.pow(s, 2) + 8 * a * s - 4 * a : 0;
    }

    @Test
    void theSameSizeGivesTheSamePixels() {
        RgbImage image = random(17, 11, 1);

        assertThat(Resample.bicubic(image, 17, 11).pixels()).isEqualTo(image.pixels());
    }

    @Test
    void oneColourStaysThatColour() {
        RgbImage image = new RgbImage(100, 3, new int[300]);
        Arrays.fill(image.pixels(), 0xFF8001);

        assertThat(Resample.bicubic(image, 7, 50).pixels()).containsOnly(0xFF8001);
    }

    @Test
    void aPartEqualsThatPartOfTheWhole() {
        RgbImage image = random(50, 40, 2);
        Window part = new Window(3, 7, 11, 5);

        RgbImage expected = Resample.bicubic(image, 20, 30).crop(part);

        assertThat(Resample.bicubic(image, 20, 30, part).pixels()).isEqualTo(expected.pixels());
    }

    @Test
    void cropShowsTheColourGivenOutsideThePicture() {
        RgbImage image = new RgbImage(2, 2, new int[] {1, 2, 3, 4});

        RgbImage cut = image.crop(new Window(1, -1, 2, 4), 9);

        assertThat(cut.width()).isEqualTo(4);
        assertThat(cut.pixels()).containsExactly(9, 3, 4, 9, 9, 9, 9, 9);
    }

    private static RgbImage random(int width, int height, long seed) {
        return new RgbImage(
                width,
                height,
                new Random(seed).ints((long) width * height, 0, 0x1000000).toArray());
    }
}
