package org.zfscope.models.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.io.InputException;

/** Files that are no pictures, or half ones, or traps, give one clear line each and cost little memory. */
@Timeout(20)
class BadPicturesTest {

    private static final long LITTLE = 64_000_000;

    private final Path folder;

    BadPicturesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Stream<Arguments> whole() {
        BufferedImage rgb = SampleFiles.noise();
        return Stream.of(
                arguments("JPEG", SampleFiles.written(rgb, "jpeg")),
                arguments("progressive JPEG", SampleFiles.progressiveJpeg()),
                arguments("CMYK JPEG", SampleFiles.cmykJpeg()),
                arguments("PNG", SampleFiles.written(rgb, "png")),
                arguments("GIF", SampleFiles.written(SampleFiles.palette(), "gif")),
                arguments("BMP", SampleFiles.written(rgb, "bmp")),
                arguments("TIFF", SampleFiles.written(rgb, "tiff")),
                arguments("WebP", RawFiles.webp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void whatIsCutOffIsRefused(String kind, byte[] bytes) {
        for (int percent = 5; percent < 100; percent += 5) {
            assertRefused(Arrays.copyOf(bytes, bytes.length * percent / 100), "");
        }
    }

    private static Stream<Arguments> huge() {
        return Stream.of(
                arguments("JPEG", hugeJpeg()),
                arguments("PNG", RawFiles.png(60_000, 60_000)),
                arguments("GIF", RawFiles.gifHeader(60_000, 60_000)),
                arguments("BMP", RawFiles.bmpHeader(60_000, 60_000)),
                arguments("TIFF", RawFiles.tiff(60_000, 60_000, 1, 1, new byte[10])),
                arguments("WebP", RawFiles.webpHeader(16_000, 16_000)));
    }

    /** With 60,000 in both fields of its frame header. */
    private static byte[] hugeJpeg() {
        byte[] jpeg = SampleFiles.jpeg();
        for (int i = 0; i < jpeg.length - 8; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                System.arraycopy(new byte[] {(byte) 0xEA, 0x60, (byte) 0xEA, 0x60}, 0, jpeg, i + 5, 4);
            }
        }
        return jpeg;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("huge")
    void tooManyPixelsAreRefusedByTheHeader(String kind, byte[] bytes) {
        assertRefused(bytes, "000 pixels, more than the limit of 100 megapixels");
    }

    @Test
    void aTileLargerThanTheLimitIsRefused() {
        assertRefused(RawFiles.tiledTiff(16, 16, 60_000), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just text", "BM", "GIF", "<svg/>", "\u0000\u0000\u0000\u0018ftypheic"})
    void whatIsNoPictureIsRefused(String content) {
        assertRefused(RawFiles.latin(content), "is no picture of a known kind");
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new byte[0], "is empty");
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertThatThrownBy(() -> ImageFiles.read(folder.resolve("missing.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing.png: there is no such file");
        assertThatThrownBy(() -> ImageFiles.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void textThatUnpacksToGigabytesIsNeverUnpacked() throws IOException {
        byte[] bomb = RawFiles.chunk("zTXt", RawFiles.concat(RawFiles.latin("Comment\0\0"), zeros(150)));
        byte[] pixels = RawFiles.chunk("IDAT", zeros(1));

        assertCheap(() ->
                assertThat(read(RawFiles.png(10, 10, bomb, pixels)).width()).isEqualTo(10));
    }

    @Test
    void pixelsThatUnpackToGigabytesAreUnpackedNoFurtherThanThePictureGoes() throws IOException {
        byte[] png = RawFiles.png(10, 10, RawFiles.chunk("IDAT", zeros(150)));
        byte[] tiff = RawFiles.tiff(10, 10, 8, 1, zeros(150));

        assertCheap(() -> assertThat(read(png).width()).isEqualTo(10));
        assertCheap(() -> assertThat(read(tiff).width()).isEqualTo(10));
    }

    private static byte[] zeros(int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = new DeflaterOutputStream(out)) {
            for (int i = 0; i < megabytes; i++) {
                packed.write(new byte[1_000_000]);
            }
        }
        return out.toByteArray();
    }

    private void assertRefused(byte[] bytes, String why) {
        assertCheap(() -> assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("picture.png: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n"));
    }

    private static void assertCheap(ThrowingCallable action) {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThat(catchThrowable(action)).isNull();
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(LITTLE);
    }

    private RgbImage read(byte[] bytes) {
        try {
            return ImageFiles.read(Files.write(folder.resolve("picture.png"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
