package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.PictureFolder;
import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.InputFile;
import org.zfscope.models.io.MachineException;

/**
 * Pictures by class, decoded once: scaled by their shorter side, the centre cut out [Zeiler2014 §3]. They lie in memory
 * with three bytes a pixel.
 *
 * @param side of the squares
 */
public record TrainingSet(List<String> classes, int side, List<byte[]> pixels, int[] labels) {

    /**
     * Reads a folder with one folder a class, both in the order of their names.
     *
     * @throws InputException if there are no classes, a class has no pictures or a picture cannot be read
     */
    public static TrainingSet read(Path folder, int side) {
        InputFile.checkFolder(folder, say("models.training-set.one-holds-classes"));
        List<Path> classes = list(folder).stream().filter(Files::isDirectory).toList();
        if (classes.isEmpty()) {
            throw InputException.in(folder, say("models.training-set.has-folders-one-folder"));
        }
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path one : classes) {
            List<Path> pictures = PictureFolder.pictures(one);
            if (pictures.isEmpty()) {
                throw InputException.in(one, say("models.training-set.has-pictures-put-some"));
            }
            files.addAll(pictures);
            pictures.forEach(p -> labels.add(classes.indexOf(one)));
        }
        return of(classes.stream().map(c -> c.getFileName().toString()).toList(), files, labels, side);
    }

    /**
     * Reads pictures.
     *
     * @param labels of the pictures, as indexes of classes
     * @throws InputException if one cannot be read
     */
    public static TrainingSet of(List<String> classes, List<Path> files, List<Integer> labels, int side) {
        List<byte[]> pixels =
                files.parallelStream().map(file -> square(file, side)).toList();
        return new TrainingSet(
                classes, side, pixels, labels.stream().mapToInt(i -> i).toArray());
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> !p.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw MachineException.reading(folder, e);
        }
    }

    private static byte[] square(Path file, int side) {
        RgbImage image = ImageFiles.read(file);
        int shorter = Math.min(image.width(), image.height());
        RgbImage scaled = shorter == side
                ? image
                : Resample.bicubic(
                        image,
                        Math.max(side, Math.round((float) image.width() * side / shorter)),
                        Math.max(side, Math.round((float) image.height() * side / shorter)));
        int left = (scaled.width() - side) / 2;
        int top = (scaled.height() - side) / 2;
        byte[] bytes = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            int pixel = scaled.pixel(left + i % side, top + i / side);
            bytes[3 * i] = (byte) RgbImage.red(pixel);
            bytes[3 * i + 1] = (byte) RgbImage.green(pixel);
            bytes[3 * i + 2] = (byte) RgbImage.blue(pixel);
        }
        return bytes;
    }

    public int count() {
        return pixels.size();
    }

    /** 0 .. count - 1 in an order that depends on the seed only. */
    int[] shuffled(long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, count()).boxed().toList());
        java.util.Collections.shuffle(order, new java.util.Random(seed));
        return order.stream().mapToInt(i -> i).toArray();
    }
}
