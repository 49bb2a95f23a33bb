package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.Npy;

/** What is different in two files of the same name, in words; nothing if they say the same. */
final class FileDifference {

    /** Letters that are shown before and after the first that differs. */
    private static final int BEFORE = 20;

    private static final int AFTER = 40;

    private FileDifference() {}

    static boolean isPicture(String name) {
        return name.endsWith(".png");
    }

    static Optional<String> between(Path before, Path after) throws IOException {
        long at = Files.mismatch(before, after);
        if (at < 0) {
            return Optional.empty();
        }
        String name = before.toString();
        if (isPicture(name)) {
            return pixels(ImageFiles.read(before), ImageFiles.read(after));
        }
        return Optional.of(
                name.endsWith(".npy") ? numbers(Npy.read(before), Npy.read(after)) : text(before, after, (int) at));
    }

    private static Optional<String> pixels(RgbImage before, RgbImage after) {
        if (before.width() != after.width() || before.height() != after.height()) {
            return Optional.of(String.format(
                    "%d x %d pixels, were %d x %d", after.width(), after.height(), before.width(), before.height()));
        }
        int[] different = IntStream.range(0, before.pixels().length)
                .filter(i -> before.pixels()[i] != after.pixels()[i])
                .toArray();
        if (different.length == 0) {
            return Optional.empty();
        }
        int most = Arrays.stream(different)
                .map(i -> distance(before.pixels()[i], after.pixels()[i]))
                .max()
                .orElseThrow();
        return Optional.of(String.format(
                "%d of %d pixels differ, by %d of 255 at most, the first at x %d, y %d",
                different.length,
                before.pixels().length,
                most,
                different[0] % before.width(),
                different[0] / before.width()));
    }

    /** The largest of the three colours' differences. */
    private static int distance(int one, int other) {
        return IntStream.of(
                        RgbImage.red(one) - RgbImage.red(other),
                        RgbImage.green(one) - RgbImage.green(other),
                        RgbImage.blue(one) - RgbImage.blue(other))
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    private static String numbers(Npy before, Npy after) {
        if (!Arrays.equals(before.shape(), after.shape())) {
            return "shape " + Arrays.toString(after.shape()) + ", was " + Arrays.toString(before.shape());
        }
        float[] was = before.values();
        float[] is = after.values();
        return String.format(
                Locale.ROOT,
                "%d of %d numbers differ, by %g at most, the largest is %g",
                IntStream.range(0, was.length)
                        .filter(i -> Float.floatToRawIntBits(was[i]) != Float.floatToRawIntBits(is[i]))
                        .count(),
                was.length,
                IntStream.range(0, was.length)
                        .mapToDouble(i -> Math.abs(was[i] - is[i]))
                        .max()
                        .orElse(0),
                IntStream.range(0, was.length)
                        .mapToDouble(i -> Math.abs(was[i]))
                        .max()
                        .orElse(0));
    }

    private static String text(Path before, Path after, int at) throws IOException {
        byte[] was = Files.readAllBytes(before);
        long line = 1
                + IntStream.range(0, Math.min(at, was.length))
                        .filter(i -> was[i] == '\n')
                        .count();
        return "line " + line + ": '" + around(Files.readAllBytes(after), at) + "', was '" + around(was, at) + "'";
    }

    private static String around(byte[] text, int at) {
        int from = Math.max(0, at - BEFORE);
        int to = Math.max(from, Math.min(text.length, at + AFTER));
        return new String(text, from, to - from, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
    }
}
