package org.zfscope.models.image;

import java.util.stream.IntStream;
import org.zfscope.models.tensor.Window;

/**
 * Scales pictures with the antialiased bicubic filter (a = -0.5) that networks' training pipelines use: when shrinking,
 * the filter is as much wider as the picture becomes smaller. Columns first, then rows, rounded to 8 bits in between,
 * in fixed-point numbers.
 */
public final class Resample {

    /** Bits behind the point: products with 255 and a little overshoot still fit in an int. */
    private static final int FRACTION = 22;

    private static final double RADIUS = 2;

    /** Fewer pixels are done before another thread has woken up. */
    private static final int WORTH_SHARING = 1 << 17;

    private Resample() {}

    /** The whole picture in another size. */
    public static RgbImage bicubic(RgbImage image, int width, int height) {
        return bicubic(image, width, height, new Window(0, 0, height, width));
    }

    /**
     * A part of the picture in another size. Only what the part shows is computed, so that a very long picture may be
     * blown up to cut out its centre.
     *
     * @param part lies inside the scaled picture of {@code width} x {@code height}
     */
    public static RgbImage bicubic(RgbImage image, int width, int height, Window part) {
        Taps[] across = taps(image.width(), width, part.x(), part.right());
        Taps[] down = taps(image.height(), height, part.y(), part.bottom());
        int top = down[0].first;
        int rows = down[down.length - 1].end() - top;
        int[] narrow = new int[Math.multiplyExact(rows, part.width())];
        fill(narrow, part.width(), (x, y) -> blend(image.pixels(), (top + y) * image.width(), 1, across[x]));
        int[] pixels = new int[Math.multiplyExact(part.height(), part.width())];
        fill(pixels, part.width(), (x, y) -> blend(narrow, x - top * part.width(), part.width(), down[y]));
        return new RgbImage(part.width(), part.height(), pixels);
    }

    @FunctionalInterface
    private interface PixelFunction {
        int at(int x, int y);
    }

    private static void fill(int[] pixels, int width, PixelFunction pixel) {
        IntStream rows = IntStream.range(0, pixels.length / width);
        (pixels.length < WORTH_SHARING ? rows : rows.parallel()).forEach(y -> {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = pixel.at(x, y);
            }
        });
    }

    /** Mixes one row or column of pixels, which begins at {@code start} and has {@code step} from one to the next. */
    private static int blend(int[] pixels, int start, int step, Taps taps) {
        int half = 1 << (FRACTION - 1);
        int red = half;
        int green = half;
        int blue = half;
        int at = start + taps.first * step;
        for (int weight : taps.weights) {
            int pixel = pixels[at];
            red += weight * RgbImage.red(pixel);
            green += weight * RgbImage.green(pixel);
            blue += weight * RgbImage.blue(pixel);
            at += step;
        }
        return RgbImage.rgb(clip(red), clip(green), clip(blue));
    }

    private static int clip(int sum) {
        return Math.max(0, Math.min(255, sum >> FRACTION));
    }

    /** What one output pixel is mixed from: neighbours from {@code first} on, with weights that sum to one. */
    private record Taps(int first, int[] weights) {
        int end() {
            return first + weights.length;
        }
    }

    private static Taps[] taps(int from, int to, int begin, int end) {
        return IntStream.range(begin, end).mapToObj(i -> taps(from, to, i)).toArray(Taps[]::new);
    }

    private static Taps taps(int from, int to, int i) {
        double scale = (double) from / to;
        double stretch = Math.max(1, scale);
        double center = (i + 0.5) * scale;
        int first = Math.max(0, (int) (center - RADIUS * stretch + 0.5));
        int last = Math.min(from, (int) (center + RADIUS * stretch + 0.5));
        double[] weights = new double[last - first];
        double sum = 0;
        for (int t = 0; t < weights.length; t++) {
            weights[t] = cubic((first + t + 0.5 - center) / stretch);
            sum += weights[t];
        }
        int[] fixed = new int[weights.length];
        for (int t = 0; t < fixed.length; t++) {
            fixed[t] = (int) Math.round(weights[t] / sum * (1 << FRACTION));
        }
        return new Taps(first, fixed);
    }

    /** Keys' cubic convolution kernel with a = -0.5. */
    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }
}
