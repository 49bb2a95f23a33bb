package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.zfscope.models.image.RgbImage;

class GifTest {

    private static final List<RgbImage> FRAMES =
            List.of(AsciiArt.plain(8, 6, 0xFF0000), AsciiArt.plain(8, 6, 0x00FF00), AsciiArt.plain(8, 6, 0x0000FF));

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Gif.content(FRAMES, Provenance.of("1").with("unit", "狐")).writeTo(out);
        return out.toByteArray();
    }

    @Test
    void framesComeBackInOrder() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(written()))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            for (int i = 0; i < 3; i++) {
                assertThat(reader.read(i).getRGB(7, 5) & 0xFFFFFF)
                        .isEqualTo(FRAMES.get(i).pixel(7, 5));
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void itBeginsAgainForEverAndSaysWhereItComesFrom() throws IOException {
        String bytes = new String(written(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("NETSCAPE2.0\u0003\u0001\0\0\0", "{\"version\":\"1\",\"unit\":\"\\u72D0\"}");
    }

    @Test
    void sameFramesGiveSameBytes() throws IOException {
        assertThat(written()).isEqualTo(written());
    }
}
