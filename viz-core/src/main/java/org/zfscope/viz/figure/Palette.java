package org.zfscope.viz.figure;

import java.util.function.IntToDoubleFunction;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.ColourMap;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Heatmap;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Tone;

/** How projections, which are signed and have three channels, become pictures. */
public enum Palette {
    /** In the picture's own colours around mid-grey, which is zero. */
    COLOUR {
        @Override
        RgbImage picture(Tensor projection, Channels order) {
            return SIGNED.picture(projection, order);
        }

        @Override
        Heatmap scale(Tensor projection) {
            return Heatmap.of(ColourMap.GREY, SIGNED, projection);
        }
    },
    /** The sum of the channels around mid-grey, which is zero. */
    GREY {
        @Override
        Heatmap scale(Tensor projection) {
            return Heatmap.of(ColourMap.GREY, SIGNED, sum(projection));
        }
    },
    /** How strong it is, whatever the sign: the root of the channels' mean square. */
    VIRIDIS {
        @Override
        Tensor map(Tensor projection) {
            return strength(projection);
        }

        @Override
        Heatmap scale(Tensor projection) {
            return Heatmap.of(ColourMap.SEQUENTIAL, SIGNED.withTone(Tone.POSITIVE), strength(projection));
        }
    },
    /** The sum of the channels: blue is negative, white zero, red positive. */
    DIVERGING {
        @Override
        Heatmap scale(Tensor projection) {
            return Heatmap.of(ColourMap.DIVERGING, SIGNED, sum(projection));
        }
    };

    /** A scale each, without the strongest few pixels, beside which nothing else would be seen. */
    private static final Contrast SIGNED = TopFigure.CONTRAST.withScale(Scale.Shared.TILE);

    /** [channels, height, width] as a picture. */
    RgbImage picture(Tensor projection, Channels order) {
        return scale(projection).draw(map(projection));
    }

    /** What its colours stand for. */
    abstract Heatmap scale(Tensor projection);

    /** The numbers that have colours: [1, height, width]. */
    Tensor map(Tensor projection) {
        return sum(projection);
    }

    /** The colour of zero. */
    int zero() {
        Tensor nothing = Tensor.zeros(new Shape(3, 1, 1));
        return picture(nothing, Channels.RGB).pixel(0, 0);
    }

    private static Tensor sum(Tensor projection) {
        return each(projection, i -> over(projection, i, 1));
    }

    private static Tensor strength(Tensor projection) {
        return each(
                projection,
                i -> Math.sqrt(over(projection, i, 2) / projection.shape().channels()));
    }

    private static double over(Tensor projection, int place, int power) {
        double sum = 0;
        for (int c = 0; c < projection.shape().channels(); c++) {
            sum += Math.pow(projection.values()[c * projection.shape().area() + place], power);
        }
        return sum;
    }

    private static Tensor each(Tensor projection, IntToDoubleFunction value) {
        Tensor map = Tensor.zeros(
                new Shape(1, projection.shape().height(), projection.shape().width()));
        for (int i = 0; i < map.values().length; i++) {
            map.values()[i] = (float) value.applyAsDouble(i);
        }
        return map;
    }
}
