package org.zfscope.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of picture comes out with the colours that went in. */
class ImageFilesTest {

    private final Path folder;

    ImageFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Stream<Arguments> coloured() {
        BufferedImage rgb = SampleFiles.image(BufferedImage.TYPE_INT_RGB);
        return Stream.of(
                arguments("JPEG", SampleFiles.jpeg(), 4),
                arguments("CMYK JPEG", SampleFiles.cmykJpeg(), 4),
                arguments("YCCK JPEG", SampleFiles.ycckJpeg(), 4),
                arguments("PNG", SampleFiles.written(rgb, "png"), 0),
                arguments("PNG of 16 bits", SampleFiles.written(SampleFiles.deep(0, 1, 2), "png"), 0),
                arguments("PNG with a palette", SampleFiles.written(SampleFiles.palette(), "png"), 0),
                arguments(
                        "opaque PNG with alpha",
                        SampleFiles.written(SampleFiles.image(BufferedImage.TYPE_INT_ARGB), "png"),
                        0),
                arguments("GIF", SampleFiles.written(SampleFiles.palette(), "gif"), 0),
                arguments("BMP", SampleFiles.written(rgb, "bmp"), 0),
                arguments("TIFF", SampleFiles.written(rgb, "tiff"), 0),
                arguments("TIFF of 16 bits", SampleFiles.written(SampleFiles.deep(0, 1, 2), "tiff"), 0),
                arguments("WebP", RawFiles.webp(), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("coloured")
    void coloursComeOutAsTheyWentIn(String kind, byte[] bytes, int tolerance) {
        RgbImage image = read(bytes);

        assertThat(image.width()).isEqualTo(SampleFiles.WIDTH);
        assertThat(image.height()).isEqualTo(SampleFiles.HEIGHT);
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (tolerance == 0 || awayFromBorders(x, y)) {
                    assertColour(image.pixel(x, y), SampleFiles.colour(x, y), tolerance);
                }
            }
        }
    }

    /** JPEG stores colours at half the size, so they run into each other a little. */
    private static boolean awayFromBorders(int x, int y) {
        return Math.abs(x - 16) > 2 && Math.abs(y - 16) > 2;
    }

    private static Stream<Arguments> grey() {
        return Stream.of(
                arguments("JPEG", SampleFiles.written(SampleFiles.grey(), "jpeg"), 1),
                arguments("PNG", SampleFiles.written(SampleFiles.grey(), "png"), 0),
                arguments("PNG of 16 bits", SampleFiles.written(SampleFiles.deep(0), "png"), 0),
                arguments("TIFF", SampleFiles.written(SampleFiles.grey(), "tiff"), 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("grey")
    void greyIsNotBrightened(String kind, byte[] bytes, int tolerance) {
        RgbImage image = read(bytes);

        assertColour(image.pixel(5, 5), 0xDCDCDC, tolerance);
        assertColour(image.pixel(40, 5), 0x141414, tolerance);
    }

    @ParameterizedTest
    @CsvSource({"png", "tiff"})
    void transparentPartsShowWhite(String format) {
        RgbImage image = read(SampleFiles.written(SampleFiles.transparent(), format));

        assertThat(image.pixel(5, 5)).isEqualTo(0xFFFFFF);
        // half of 0x14FA64 and half of white
        assertColour(image.pixel(40, 5), 0x89FCB1, 1);
    }

    /** EXIF's number tells where the stored picture's first row and column belong: A B over C D are its stored corners. */
    @ParameterizedTest
    @CsvSource({
        "1, ABCD", "2, BADC", "3, DCBA", "4, CDAB", "5, ACBD", "6, CADB", "7, DBCA", "8, BDAC", "0, ABCD", "9, ABCD"
    })
    void picturesAreTurnedUpright(int orientation, String corners) {
        RgbImage image = read(RawFiles.withOrientation(SampleFiles.jpeg(), orientation));

        boolean turned = orientation >= 5 && orientation <= 8;
        assertThat(image.width()).isEqualTo(turned ? SampleFiles.HEIGHT : SampleFiles.WIDTH);
        assertThat(image.height()).isEqualTo(turned ? SampleFiles.WIDTH : SampleFiles.HEIGHT);
        int right = image.width() - 4;
        int bottom = image.height() - 4;
        int[] found = {image.pixel(3, 3), image.pixel(right, 3), image.pixel(3, bottom), image.pixel(right, bottom)};
        int[] stored = {SampleFiles.TOP_LEFT, SampleFiles.TOP_RIGHT, SampleFiles.BOTTOM_LEFT, SampleFiles.BOTTOM_RIGHT};
        for (int i = 0; i < 4; i++) {
            assertColour(found[i], stored[corners.charAt(i) - 'A'], 4);
        }
    }

    @Test
    void tiffIsTurnedUprightToo() {
        RgbImage image = read(RawFiles.tiff(3, 1, 1, 6, new byte[] {10, 20, 30}));

        assertThat(image)
                .usingRecursiveComparison()
                .isEqualTo(new RgbImage(1, 3, new int[] {0x0A0A0A, 0x141414, 0x1E1E1E}));
    }

    @Test
    void damagedExifIsNoReasonToRefuseAPicture() {
        byte[] exif = RawFiles.latin("Exif\0\0MM\0*\0\0\0\u0008\u00FF\u00FF\u0001\u0012");

        assertThat(read(RawFiles.withSegment(SampleFiles.jpeg(), 0xE1, exif)).width())
                .isEqualTo(SampleFiles.WIDTH);
    }

    @Test
    void contentCountsAndNotTheName() throws IOException {
        Path file = Files.write(folder.resolve("photo.txt"), RawFiles.webp());

        assertThat(ImageFiles.looksLikePicture(file)).isTrue();
        assertThat(ImageFiles.read(file).width()).isEqualTo(SampleFiles.WIDTH);
        assertThat(ImageFiles.looksLikePicture(Files.writeString(folder.resolve("a.png"), "BM means bitmap, not so?")))
                .isFalse();
        assertThat(ImageFiles.looksLikePicture(Files.createFile(folder.resolve("empty.png"))))
                .isFalse();
        assertThat(ImageFiles.looksLikePicture(folder)).isFalse();
        assertThat(ImageFiles.looksLikePicture(folder.resolve("missing.png"))).isFalse();
    }

    private RgbImage read(byte[] bytes) {
        try {
            return ImageFiles.read(Files.write(folder.resolve("picture"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertColour(int found, int expected, int tolerance) {
        int difference = Math.max(
                Math.abs(RgbImage.red(found) - RgbImage.red(expected)),
                Math.max(
                        Math.abs(RgbImage.green(found) - RgbImage.green(expected)),
                        Math.abs(RgbImage.blue(found) - RgbImage.blue(expected))));
        assertThat(difference).as("expected %06x, found %06x", expected, found).isLessThanOrEqualTo(tolerance);
    }
}
