package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;

/**
 * Writes pictures of one size as a film that begins again and again, with their provenance as the file's comment. The same
 * pictures and provenance give the same bytes.
 */
public final class Gif {

    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    /** Hundredths of a second that each picture is seen; the last one longer. */
    private static final int DELAY = 12;

    private static final int LAST_DELAY = 150;

    private Gif() {}

    /**
     * What the file holds.
     *
     * @param frames at least one
     */
    public static AtomicFile.Content content(List<RgbImage> frames, Provenance provenance) {
        return out -> {
            Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("gif");
            if (!writers.hasNext()) {
                throw new IOException(say("viz.gif.no-writer"));
            }
            ImageWriter writer = writers.next();
            try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(to);
                writer.prepareWriteSequence(null);
                for (int i = 0; i < frames.size(); i++) {
                    write(writer, frames, i, provenance);
                }
                writer.endWriteSequence();
            } finally {
                writer.dispose();
            }
        };
    }

    private static void write(ImageWriter writer, List<RgbImage> frames, int i, Provenance provenance)
            throws IOException {
        BufferedImage image = Png.buffered(frames.get(i));
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(control(i == frames.size() - 1 ? LAST_DELAY : DELAY));
        if (i == 0) {
            root.appendChild(loop());
            root.appendChild(comment(provenance));
        }
        metadata.mergeTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(image, null, metadata), null);
    }

    private static IIOMetadataNode control(int delay) {
        IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(delay));
        return control;
    }

    /** For ever, as Netscape's browser read it first. */
    private static IIOMetadataNode loop() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        IIOMetadataNode all = new IIOMetadataNode("ApplicationExtensions");
        all.appendChild(loop);
        return all;
    }

    private static IIOMetadataNode comment(Provenance provenance) {
        IIOMetadataNode comment = new IIOMetadataNode("CommentExtension");
        comment.setAttribute("value", provenance.toJson());
        IIOMetadataNode all = new IIOMetadataNode("CommentExtensions");
        all.appendChild(comment);
        return all;
    }
}
