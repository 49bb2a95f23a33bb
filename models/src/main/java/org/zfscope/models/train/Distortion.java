package org.zfscope.models.train;

import static org.zfscope.models.words.Words.say;

import java.util.SplittableRandom;

/**
 * How training pictures are varied: a random square of the picture, scaled to the network's input, mirrored half of the
 * times, made a little brighter or darker.
 *
 * @param smallest least side of the square, as a part of the picture's
 * @param flip whether pictures are mirrored
 * @param brightness greatest change of brightness, as a part of it
 */
public record Distortion(double smallest, boolean flip, double brightness) {

    /** Nothing is varied. */
    public static final Distortion NONE = new Distortion(1, false, 0);

    public Distortion {
        if (!(smallest > 0 && smallest <= 1)) {
            throw new IllegalArgumentException(say("models.distortion.smallest-crop-lies-above", smallest));
        }
        if (!(brightness >= 0 && brightness < 1)) {
            throw new IllegalArgumentException(say("models.distortion.change-brightness-lies-0", brightness));
        }
    }

    /** One variation of a picture with sides of {@code side} pixels. */
    Crop draw(int side, SplittableRandom random) {
        double size = side * (smallest + (1 - smallest) * random.nextDouble());
        double x = random.nextDouble() * (side - size);
        double y = random.nextDouble() * (side - size);
        boolean mirrored = flip && random.nextBoolean();
        return new Crop(x, y, size, mirrored, 1 + brightness * (2 * random.nextDouble() - 1));
    }
}
