package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.math.BigDecimal;
import java.math.MathContext;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** A map of numbers in colours, such as the class probability for each place of an occluding square. */
public record Heatmap(ColourMap colours, Range range) {

    private static final int KEY_HEIGHT = 12;

    /** Over the range that a contrast gives the values of [channels, height, width]. */
    public static Heatmap of(ColourMap colours, Contrast contrast, Tensor values) {
        return new Heatmap(colours, contrast.range(Planes.each(values)));
    }

    /** From the smallest value of the map to its largest. */
    public static Heatmap sequential(Tensor map) {
        return of(ColourMap.SEQUENTIAL, Contrast.weights(), map);
    }

    /** Zero is white, and both signs have the same scale. */
    public static Heatmap diverging(Tensor map) {
        return of(ColourMap.DIVERGING, Contrast.projections(), map);
    }

    /**
     * One pixel a value.
     *
     * @param map [1, height, width]
     */
    public RgbImage draw(Tensor map) {
        Shape shape = map.shape();
        if (shape.channels() != Channels.GREY.count()) {
            throw new IllegalArgumentException(say("viz.heatmap.heat-map-needs-one", shape));
        }
        int[] pixels = new int[shape.area()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.colour(range.position(map.values()[i]));
        }
        return new RgbImage(shape.width(), shape.height(), pixels);
    }

    /** The scale as a strip with the numbers of its ends below, for a picture of the given width. */
    public Drawing key(int width, Theme theme) {
        Text low = Text.cut(number(range.low()), width, 1);
        Text high = Text.cut(number(range.high()), width, 1);
        Canvas canvas = new Canvas(width, KEY_HEIGHT + 2 + Font.HEIGHT, theme.paper());
        for (int x = 0; x < width; x++) {
            canvas.fill(x, 0, 1, KEY_HEIGHT, colours.colour(x / Math.max(1.0, width - 1)));
        }
        low.draw(canvas, 0, KEY_HEIGHT + 2, theme.ink());
        high.drawEnding(canvas, width, KEY_HEIGHT + 2, theme.ink());
        return canvas.drawing();
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return Math.abs(value) < 1e6 && Math.abs(value) >= 1e-4 ? rounded.toPlainString() : rounded.toString();
    }
}
