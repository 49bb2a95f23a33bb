package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.Sha256;

class ProvenanceTest {

    private static final RgbImage PICTURE = new RgbImage(2, 1, new int[] {0x123456, 0xFEDCBA});
    private static final Provenance SOME = Provenance.of("0.1.0")
            .with("unit", "conv5_3:12@7,7")
            .with("picture", "Füchse 狐 🦊.jpg")
            .with("command", "zfscope project\n" + "long ".repeat(50_000));

    private final Path folder;

    ProvenanceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static void write(Path file, Provenance provenance) {
        Png.write(file, PICTURE, provenance);
    }

    @Test
    void comesBackInOrderWithAnyLettersAndLength() {
        Path file = folder.resolve("p.png");
        write(file, SOME);
        Provenance read = Provenance.read(file);
        assertThat(read).isEqualTo(SOME);
        assertThat(read.entries().keySet()).containsExactly("version", "unit", "picture", "command");
    }

    @Test
    void picturesAreReadByOthersPixelForPixel() throws IOException {
        Path file = folder.resolve("new/p.png");
        write(file, SOME);
        var image = Objects.requireNonNull(ImageIO.read(file.toFile()));
        assertEquals(0x123456, image.getRGB(0, 0) & 0xFFFFFF);
        assertEquals(0xFEDCBA, image.getRGB(1, 0) & 0xFFFFFF);
    }

    @Test
    void othersFindTheTextsUnderTheirKeywords() throws IOException {
        Path file = folder.resolve("p.png");
        write(file, SOME);
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(in);
            var texts = (org.w3c.dom.Element) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0");
            var entries = texts.getElementsByTagName("TextEntry");
            assertThat(Stream.of(0, 1, 2)
                            .map(i -> (org.w3c.dom.Element) entries.item(i))
                            .map(e -> e.getAttribute("keyword") + "=" + e.getAttribute("value")))
                    .containsExactlyInAnyOrder(
                            "zfscope version=0.1.0",
                            "zfscope unit=conv5_3:12@7,7",
                            "zfscope command=" + SOME.entries().get("command"));
        }
    }

    @Test
    void sameContentGivesSameBytes() throws IOException {
        write(folder.resolve("a.png"), SOME);
        write(folder.resolve("b.png"), SOME);
        assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
    }

    @Test
    void filesAreNamedWithTheirFingerprint() throws IOException {
        Path model = Files.writeString(folder.resolve("m.zip"), "abc");
        assertThat(Provenance.of("1").withFile("model", model).entries())
                .containsEntry("model", "m.zip")
                // the example of FIPS 180-2
                .containsEntry("model sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> Sha256.of(folder.resolve("none")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none");
    }

    @Test
    void textHasALineAnEntryAndNothingThatControlsATerminal() {
        Provenance provenance = Provenance.of("1").with("command", "a\u001b[31m\nb");
        assertThat(provenance.toText()).isEqualTo("version: 1\ncommand: a[31m\n    b");
    }

    @Test
    void impossibleEntriesAreRefused() {
        Provenance good = Provenance.of("1");
        assertThatThrownBy(() -> good.with("", "x")).hasMessageContaining("key");
        assertThatThrownBy(() -> good.with("schlüssel", "x")).hasMessageContaining("key");
        assertThatThrownBy(() -> good.with("k".repeat(65), "x")).hasMessageContaining("key");
        assertThatThrownBy(() -> good.with("k", "a\0b")).hasMessageContaining("NUL");
        assertThatThrownBy(() -> good.with("k", "x".repeat((1 << 22) + 1))).hasMessageContaining("letters");
    }

    static Stream<Arguments> badFiles() throws IOException {
        byte[] start = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        byte[] brokenCrc = concat(start, chunk("tEXt", "zfscope unit\0a".getBytes(StandardCharsets.US_ASCII)));
        brokenCrc[brokenCrc.length - 1] ^= 1;
        return Stream.of(
                Arguments.of("empty", new byte[0], "not a PNG"),
                Arguments.of(
                        "other format", "GIF89a, a very old format".getBytes(StandardCharsets.US_ASCII), "not a PNG"),
                Arguments.of("signature only", start, "too early"),
                Arguments.of("negative size", concat(start, bytes(0xFFFFFFFF), bytes(0x74455874)), "4294967295 bytes"),
                Arguments.of("huge picture chunk", concat(start, bytes(0x7FFFFFFF), bytes(0x49444154)), "too early"),
                Arguments.of("huge text chunk", concat(start, bytes(0x7FFFFFFF), bytes(0x74455874)), "of text"),
                Arguments.of("text cut off", concat(start, bytes(1 << 20), bytes(0x74455874), start), "too early"),
                Arguments.of("broken checksum", brokenCrc, "wrong checksum"),
                Arguments.of(
                        "no end",
                        concat(start, chunk("tEXt", "zfscope unit\0a".getBytes(StandardCharsets.US_ASCII))),
                        "too early"),
                Arguments.of(
                        "no provenance",
                        concat(
                                start,
                                chunk("tEXt", "Title\0a".getBytes(StandardCharsets.US_ASCII)),
                                chunk("IEND", new byte[0])),
                        "no provenance"),
                Arguments.of(
                        "text without keyword",
                        concat(
                                start,
                                chunk("iTXt", new byte[0]),
                                chunk("tEXt", new byte[1]),
                                chunk("IEND", new byte[0])),
                        "no provenance"),
                Arguments.of(
                        "iTXt cut off",
                        concat(
                                start,
                                chunk("iTXt", "zfscope unit\0\0".getBytes(StandardCharsets.US_ASCII)),
                                chunk("IEND", new byte[0])),
                        "no provenance"),
                Arguments.of(
                        "NUL in the text",
                        concat(
                                start,
                                chunk("tEXt", "zfscope unit\0a\0b".getBytes(StandardCharsets.US_ASCII)),
                                chunk("IEND", new byte[0])),
                        "did not write"),
                Arguments.of(
                        "key of no letters",
                        concat(
                                start,
                                chunk("tEXt", "zfscope \n\0a".getBytes(StandardCharsets.US_ASCII)),
                                chunk("IEND", new byte[0])),
                        "did not write"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void badFilesGiveOneLineThatNamesThem(String name, byte[] content, String expected) throws IOException {
        Path file = Files.write(folder.resolve("bad.png"), content);
        assertThatThrownBy(() -> Provenance.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(expected)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertThatThrownBy(() -> Provenance.read(folder.resolve("no.png")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no.png")
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> Provenance.read(folder)).isInstanceOf(InputException.class);
    }

    @Test
    void everyCutOfAGoodFileIsRefused() throws IOException {
        Path file = folder.resolve("p.png");
        write(file, Provenance.of("1").with("unit", "ü"));
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Provenance.read(cut)).isInstanceOf(InputException.class);
        }
    }

    private static byte[] bytes(int number) {
        return java.nio.ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] chunk(String type, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngText(type, data).writeTo(out);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
