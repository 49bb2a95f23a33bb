package org.zfscope.app.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.Resample;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/**
 * The very numbers that a network gets for a picture, to be looked at: its first channel painted red, the second green, the
 * third blue, from the least number of all to the largest. Channels in another order are seen as wrong colours.
 *
 * @param picture before anything is done to it, small
 * @param painted as wide and high as the input
 * @param channels in the input's order
 */
public record InputPreview(RgbImage picture, RgbImage painted, List<Range> channels) {

    private static final double SIDE = 320;

    private static final int LARGEST = 255;

    /** The numbers of one channel. */
    public record Range(float least, float mean, float most) {}

    /**
     * Of a picture.
     *
     * @throws org.zfscope.models.io.InputException if the picture cannot be read, or does not become an input like that
     */
    public static InputPreview of(Engine engine, ModelSource model, Path picture, Preprocessing how) {
        Network network = engine.lab().network(model);
        RgbImage read = ImageFiles.read(picture);
        return of(small(read), how.apply(read, network.input()));
    }

    private static RgbImage small(RgbImage picture) {
        double scale = Math.min(1, SIDE / Math.max(picture.width(), picture.height()));
        return Resample.bicubic(
                picture, (int) Math.max(1, picture.width() * scale), (int) Math.max(1, picture.height() * scale));
    }

    static InputPreview of(RgbImage picture, Tensor input) {
        List<Range> ranges = new ArrayList<>();
        for (int c = 0; c < input.shape().channels(); c++) {
            ranges.add(range(input.channel(c).values()));
        }
        return new InputPreview(picture, painted(input, ranges), List.copyOf(ranges));
    }

    private static Range range(float... values) {
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (float v : values) {
            least = Math.min(least, v);
            most = Math.max(most, v);
            sum += v;
        }
        return new Range(least, (float) (sum / values.length), most);
    }

    private static RgbImage painted(Tensor input, List<Range> ranges) {
        Shape shape = input.shape();
        double least = ranges.stream().mapToDouble(Range::least).min().orElse(0);
        double most = ranges.stream().mapToDouble(Range::most).max().orElse(1);
        double factor = most > least ? LARGEST / (most - least) : 0;
        int[] pixels = new int[shape.area()];
        for (int i = 0; i < pixels.length; i++) {
            int[] colour = new int[3];
            for (int c = 0; c < colour.length; c++) {
                int channel = Math.min(c, shape.channels() - 1);
                colour[c] = (int) Math.round((input.values()[channel * shape.area() + i] - least) * factor);
            }
            pixels[i] = RgbImage.rgb(colour[0], colour[1], colour[2]);
        }
        return new RgbImage(shape.width(), shape.height(), pixels);
    }
}
