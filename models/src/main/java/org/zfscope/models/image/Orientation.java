package org.zfscope.models.image;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, as EXIF has it: where a pixel of the upright picture lies in the stored one.
 *
 * @param transposed rows are stored as columns
 * @param fromRight stored columns run from right to left
 * @param fromBelow stored rows run from below upwards
 */
record Orientation(boolean transposed, boolean fromRight, boolean fromBelow) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** By EXIF's number, 1 to 8; other numbers mean nothing and are taken for upright, as viewers do. */
    static Orientation exif(int number) {
        return switch (number) {
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> UPRIGHT;
        };
    }

    /** What the file says; upright if it says nothing or its metadata is damaged, which is no reason to refuse its pixels. */
    static Orientation of(Path file, PictureFormat format) {
        try {
            ExifIFD0Directory exif = metadata(file, format).getFirstDirectoryOfType(ExifIFD0Directory.class);
            @Nullable Integer number = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return number == null ? UPRIGHT : exif(number);
        } catch (IOException | ImageProcessingException | RuntimeException e) {
            return UPRIGHT;
        }
    }

    private static Metadata metadata(Path file, PictureFormat format) throws IOException, ImageProcessingException {
        return switch (format) {
            case JPEG -> {
                try (InputStream in = Files.newInputStream(file)) {
                    yield JpegMetadataReader.readMetadata(in, List.of(new ExifReader()));
                }
            }
            case TIFF -> TiffMetadataReader.readMetadata(file.toFile());
            default -> new Metadata();
        };
    }

    RgbImage upright(RgbImage stored) {
        if (equals(UPRIGHT)) {
            return stored;
        }
        int width = transposed ? stored.height() : stored.width();
        int height = transposed ? stored.width() : stored.height();
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = transposed ? y : x;
                int row = transposed ? x : y;
                pixels[y * width + x] = stored.pixel(
                        fromRight ? stored.width() - 1 - column : column, fromBelow ? stored.height() - 1 - row : row);
            }
        }
        return new RgbImage(width, height, pixels);
    }
}
