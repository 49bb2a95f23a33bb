package org.zfscope.models.image;

import static org.zfscope.models.words.Words.say;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.words.Quantities;

/**
 * Reads JPEG, PNG, GIF (its first frame), BMP, WebP and TIFF files (their first page). Files are recognised by their
 * content; pictures come upright, and what is transparent shows white.
 */
public final class ImageFiles {

    /** Larger pictures are refused before anything is allocated for them. */
    public static final int MAX_PIXELS = 100_000_000;

    /** A pixel as the decoder has it, and as an RgbImage. */
    private static final int BYTES = 3 + 4;

    static {
        // decoders keep what they buffer in memory instead of temporary files
        ImageIO.setUseCache(false);
    }

    private ImageFiles() {}

    /** True if the file begins like a picture; cheap enough for every file of a large folder. */
    public static boolean looksLikePicture(Path file) {
        return PictureFormat.guess(file).isPresent();
    }

    /**
     * Reads a picture with 8 bits a channel. A colour profile in a JPEG file is converted to sRGB and inks are
     * converted too; other values are taken as they are stored, as networks' training pipelines do.
     *
     * @throws InputException if it is missing, no picture, damaged, cut off or larger than {@link #MAX_PIXELS}
     * @throws MachineException if it may be in order, but cannot be read here, or not with so little memory
     */
    public static RgbImage read(Path file) {
        PictureFormat format = PictureFormat.of(file);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        long pixels = 0;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new FileNotFoundException(say("models.image-files.stream"));
            }
            checkLength(file, format);
            reader.setInput(in, true, true);
            checkSize(file, reader.getWidth(0), reader.getHeight(0));
            pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            RgbImage stored = Samples.rgb(decode(reader));
            return Orientation.of(file, format).upright(stored);
        } catch (InputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            checkReadable(file);
            throw InputException.in(file, say("models.image-files.damaged-unusual-kind-save", format, problem(e)), e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(file, pixels, e);
        } finally {
            reader.dispose();
        }
    }

    /** Tells a disk that fails from a picture that is damaged: of that one all bytes can be read. */
    private static void checkReadable(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw MachineException.reading(file, e);
        }
    }

    private static MachineException tooLarge(Path file, long pixels, OutOfMemoryError e) {
        return new MachineException(
                say(
                        "models.image-files.needs-more-memory-there",
                        file,
                        (pixels * BYTES) >> 20,
                        pixels / 1_000_000,
                        Runtime.getRuntime().maxMemory() >> 20),
                e);
    }

    /** The decoder of WebP takes whatever is missing for zero, so what the file says about its own length is compared. */
    private static void checkLength(Path file, PictureFormat format) throws IOException {
        if (format == PictureFormat.WEBP) {
            try (InputStream in = Files.newInputStream(file)) {
                ByteBuffer start = ByteBuffer.wrap(in.readNBytes(8)).order(ByteOrder.LITTLE_ENDIAN);
                long length = 8 + Integer.toUnsignedLong(start.getInt(4));
                if (Files.size(file) < length) {
                    throw new EOFException(say("models.image-files.shorter-bytes", length));
                }
            }
        }
    }

    private static void checkSize(Path file, int width, int height) {
        if ((long) width * height > MAX_PIXELS) {
            throw InputException.in(
                    file,
                    say(
                            "models.image-files.has-pixels-more-limit",
                            Quantities.shape(width, height),
                            MAX_PIXELS / 1_000_000));
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        BufferedImage image = reader.read(0);
        for (String warning : warnings) {
            // decoders fill up what is missing with grey and only warn
            String lower = warning.toLowerCase(Locale.ROOT);
            if (lower.contains("premature end") || lower.contains("truncated")) {
                throw new IOException(warning);
            }
        }
        return image;
    }

    private static String problem(Exception e) {
        if (e instanceof EOFException || e.getCause() instanceof EOFException) {
            return say("models.image-files.ends-too-early");
        }
        // decoders stumble over nonsense with exceptions that say nothing to a user
        return e instanceof IOException && e.getMessage() != null
                ? e.getMessage().lines().findFirst().orElse("")
                : say("models.image-files.content-makes-sense");
    }
}
