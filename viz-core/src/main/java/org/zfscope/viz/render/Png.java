package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;

/** Writes pictures as PNG files with their provenance. The same picture and provenance give the same bytes. */
public final class Png {

    /** The signature and the header chunk; text chunks come after it. */
    private static final int HEADER = 8 + 25;

    private Png() {}

    /**
     * Writes a whole file or none.
     *
     * @throws org.zfscope.models.io.InputException if the file cannot be written
     */
    public static void write(Path file, RgbImage picture, Provenance provenance) {
        AtomicFile.write(file, content(picture, provenance));
    }

    /** What {@link #write} writes, for a file that belongs to others. */
    public static AtomicFile.Content content(RgbImage picture, Provenance provenance) {
        return out -> {
            byte[] png = encode(picture);
            out.write(png, 0, HEADER);
            for (Map.Entry<String, String> entry : provenance.entries().entrySet()) {
                PngText.of(entry.getKey(), entry.getValue()).writeTo(out);
            }
            out.write(png, HEADER, png.length - HEADER);
        };
    }

    /** A picture alone. */
    static byte[] encode(RgbImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(buffered(picture), "png", out)) {
                throw new IOException(say("viz.png.java-platform-cannot-write"));
            }
        }
        return bytes.toByteArray();
    }

    static BufferedImage buffered(RgbImage picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), picture.pixels());
        return image;
    }
}
