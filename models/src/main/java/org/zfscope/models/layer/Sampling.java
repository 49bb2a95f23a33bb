package org.zfscope.models.layer;

import static org.zfscope.models.words.Words.say;

/**
 * How one direction of a map is sampled anew, as ONNX's Resize defines it.
 *
 * @param size positions of the result
 * @param scale how many positions of the result one of the map becomes; it decides where the map is looked at
 */
public record Sampling(int size, double scale, Coordinates coordinates, Interpolation interpolation) {

    /** Which place of the map a position of the result looks at. */
    public enum Coordinates {
        /** Positions are the centres of pixels. */
        HALF_PIXEL,
        /** The same; a single position looks at the first. */
        PYTORCH_HALF_PIXEL,
        /** The first corners of both lie on each other. */
        ASYMMETRIC,
        /** The first positions lie on each other, and so do the last. */
        ALIGN_CORNERS,
        /** Positions are the centres of pixels, and the map's middle the result's, however its size was rounded. */
        HALF_PIXEL_SYMMETRIC,
        /** As TensorFlow 1 did for the nearest neighbour: positions of the result are centres, those of the map corners. */
        TF_HALF_PIXEL_FOR_NN
    }

    /** What is taken from there. */
    public enum Interpolation {
        /** The straight line between the two neighbours. */
        LINEAR,
        /** The nearest neighbour, the one before at a tie. */
        ROUND_DOWN_AT_HALF,
        /** The nearest neighbour, the one behind at a tie. */
        ROUND_UP_AT_HALF,
        /** The neighbour before. */
        FLOOR,
        /** The neighbour behind. */
        CEIL
    }

    /** One value of the map and its share in the result. */
    public record Tap(int at, float share) {}

    public Sampling {
        if (size < 1 || !(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException(say("models.sampling.size-scale", size, scale));
        }
    }

    /** Every position becomes {@code factor} equal ones. */
    public static Sampling repeat(int side, int factor) {
        return new Sampling(Math.multiplyExact(side, factor), factor, Coordinates.ASYMMETRIC, Interpolation.FLOOR);
    }

    /** The straight line between the centres of pixels, as PyTorch and TensorFlow 2 enlarge. */
    public static Sampling linear(int side, int size) {
        return new Sampling(size, (double) size / side, Coordinates.HALF_PIXEL, Interpolation.LINEAR);
    }

    /** The place of a map of {@code side} positions that position i looks at. */
    double place(int i, int side) {
        return switch (coordinates) {
            case HALF_PIXEL -> (i + 0.5) / scale - 0.5;
            case PYTORCH_HALF_PIXEL -> size > 1 ? (i + 0.5) / scale - 0.5 : 0;
            case ASYMMETRIC -> i / scale;
            case ALIGN_CORNERS -> size > 1 ? i * (side - 1.0) / (size - 1) : 0;
            case HALF_PIXEL_SYMMETRIC -> {
                double adjusted = size / (scale * side);
                yield side / 2.0 * (1 - adjusted) + (i + 0.5) / scale - 0.5;
            }
            case TF_HALF_PIXEL_FOR_NN -> (i + 0.5) / scale;
        };
    }

    /** The neighbour before the place that position i looks at; its share is {@code 1 - } that of {@link #second}. */
    public Tap first(int i, int side) {
        double place = place(i, side);
        int before = neighbour(place);
        float share = interpolation == Interpolation.LINEAR ? 1 - beyond(place, side) : 1;
        return new Tap(clamp(before, side), share);
    }

    /** The neighbour behind; only a straight line gives it a share. */
    public Tap second(int i, int side) {
        double place = place(i, side);
        return interpolation == Interpolation.LINEAR
                ? new Tap(clamp(neighbour(place) + 1, side), beyond(place, side))
                : new Tap(first(i, side).at(), 0);
    }

    /** Rounded in single precision, as the frameworks do: a third written as a float is no less than a third here. */
    private int neighbour(double place) {
        float single = (float) place;
        return (int)
                switch (interpolation) {
                    case LINEAR -> Math.floor(place);
                    case FLOOR -> Math.floor(single);
                    case CEIL -> Math.ceil(single);
                    case ROUND_DOWN_AT_HALF -> Math.ceil(single - 0.5f);
                    case ROUND_UP_AT_HALF -> Math.floor(single + 0.5f);
                };
    }

    private static float beyond(double place, int side) {
        double inside = Math.max(0, Math.min(place, side - 1.0));
        return (float) (inside - Math.floor(inside));
    }

    private static int clamp(int at, int side) {
        return Math.max(0, Math.min(at, side - 1));
    }
}
