package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;

class VectorsTest {

    private static final RgbImage PICTURE = new RgbImage(2, 1, new int[] {0x123456, 0xFEDCBA});
    private static final Provenance SOME = Provenance.of("1")
            .with("picture", "Füchse 狐 🦊 <&> (a\\b) )(\u001b.jpg")
            .with("command", "zfscope project\n" + "long ".repeat(5_000));

    private final Path folder;

    VectorsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Drawing figure() {
        Tile tile = new Tile(PICTURE, "relu3:12 <5>", true);
        return new Mosaic(List.of(tile, tile), "Größe & more")
                .draw(MosaicStyle.figure().withZoom(20));
    }

    private Path write(FigureFormat format) {
        Path file = folder.resolve("figure" + format.ending());
        FigureFormat.write(file, figure(), SOME);
        return file;
    }

    @ParameterizedTest
    @EnumSource(FigureFormat.class)
    void provenanceComesBackInOrderWithAnyLetters(FigureFormat format) {
        Provenance read = Provenance.read(write(format));
        assertThat(read).isEqualTo(SOME);
        assertThat(read.entries().keySet())
                .containsExactlyElementsOf(SOME.entries().keySet());
    }

    @ParameterizedTest
    @EnumSource(FigureFormat.class)
    void sameFigureGivesSameBytes(FigureFormat format) throws IOException {
        byte[] first = Files.readAllBytes(write(format));
        assertThat(Files.readAllBytes(write(format))).isEqualTo(first);
    }

    @Test
    void textIsTextInSvg() throws IOException {
        assertThat(Files.readString(write(FigureFormat.SVG)))
                .contains(">Größe &amp; more</text>", ">relu3:12 &lt;5&gt;</text>");
    }

    @Test
    void picturesAreInSvgPixelByPixel() throws IOException {
        Matcher found = Pattern.compile("base64,([^\"]+)").matcher(Files.readString(write(FigureFormat.SVG)));
        assertThat(found.find()).isTrue();
        var image = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1))));
        assertThat(image.getWidth()).isEqualTo(2 * 20);
        assertThat(image.getRGB(20, 0) & 0xFFFFFF).isEqualTo(0xFEDCBA);
    }

    @Test
    void textIsTextInPdfAndPicturesArePixelByPixel() throws IOException {
        try (PDDocument document = Loader.loadPDF(write(FigureFormat.PDF).toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Größe & more", "relu3:12 <5>");
            var resources = document.getPage(0).getResources();
            COSName name = resources.getXObjectNames().iterator().next();
            var image = ((PDImageXObject) resources.getXObject(name)).getImage();
            assertThat(image.getWidth()).isEqualTo(2);
            assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0x123456);
        }
    }

    @Test
    void pdfLooksLikeThePixels() throws IOException {
        Drawing drawing = figure();
        RgbImage expected = drawing.picture();
        try (PDDocument document = Loader.loadPDF(write(FigureFormat.PDF).toFile())) {
            var drawn = new PDFRenderer(document).renderImageWithDPI(0, 96);
            assertThat(drawn.getWidth()).isEqualTo(drawing.width());
            assertThat(drawn.getHeight()).isEqualTo(drawing.height());
            int alike = 0;
            for (int i = 0; i < expected.pixels().length; i++) {
                int pixel = drawn.getRGB(i % expected.width(), i / expected.width()) & 0xFFFFFF;
                alike += pixel == expected.pixels()[i] ? 1 : 0;
            }
            // letters and the crosses' edges differ
            assertThat(alike).isGreaterThan(expected.pixels().length * 8 / 10);
        }
    }

    @Test
    void lettersAreNoWiderThanTheirDots() {
        for (String text : List.of("iiiii", "WWWWW", "a photograph of 100 %", "Größe")) {
            TextLine line = TextLine.of(text, 2);
            assertThat(Sans.get().set(line).width()).isLessThanOrEqualTo(line.width() + 1e-9);
        }
    }

    @Test
    void mixedLettersAreSetInPiecesThatFollowEachOther() {
        Sans.Line set = Sans.get().set(TextLine.of("ab狐cd", 1));
        assertThat(set.pieces())
                .containsExactly(new Sans.Piece("ab", true), new Sans.Piece("狐", false), new Sans.Piece("cd", true));
    }

    @Test
    void foreignFilesAreRefusedInOneLine() throws IOException {
        String entity = "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                + "<svg><metadata id=\"zfscope\">&a;</metadata></svg>";
        refuse("a.svg", entity);
        refuse("b.svg", "<svg><metadata>{}</metadata></svg>");
        refuse("c.svg", "<svg><metadata id=\"zfscope\">[1, 2]</metadata></svg>");
        refuse("d.svg", "no XML at all");
        refuse("e.svg", "<svg>");
        refuse("a.pdf", "no PDF");
        refuse("b.pdf", "%PDF-1.6 /zfscope");
        refuse("c.pdf", "%PDF-1.6 /zfscope ({\"version\":");
        refuse("d.pdf", "%PDF-1.6 /zfscope (null)");
    }

    private void refuse(String name, String content) throws IOException {
        Path file = Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Provenance.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
