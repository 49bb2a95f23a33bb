package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Tensor;

/**
 * What covers a part of a picture.
 *
 * @param colour 0xRRGGBB; none: the mean that the network subtracts, which is zero in its input
 */
public record Fill(Optional<Integer> colour) {

    private static final String MEAN_WORD = "mean";
    private static final String GREY_WORD = "grey";

    /** The mean colour. */
    public static final Fill MEAN = new Fill(Optional.empty());

    /** Mid-grey. */
    public static final Fill GREY = new Fill(Optional.of(0x808080));

    /**
     * Reads {@code mean}, {@code grey} or {@code R,G,B}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Fill parse(String text) {
        if (text.equals(MEAN_WORD)) {
            return MEAN;
        }
        if (text.equals(GREY_WORD)) {
            return GREY;
        }
        int[] parts = Pattern.matches("\\d{1,3},\\d{1,3},\\d{1,3}", text)
                ? Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray()
                : new int[0];
        if (parts.length != 3 || Arrays.stream(parts).anyMatch(p -> p > 255)) {
            throw new IllegalArgumentException(say("viz.fill.mean-grey-or-colour", text));
        }
        return new Fill(Optional.of(RgbImage.rgb(parts[0], parts[1], parts[2])));
    }

    /** As a network's input: [channels, height, width]. */
    public Tensor input(Network network) {
        if (colour.isEmpty()) {
            return Tensor.zeros(network.input());
        }
        int[] pixels = new int[network.input().area()];
        Arrays.fill(pixels, colour.get());
        RgbImage picture = new RgbImage(network.input().width(), network.input().height(), pixels);
        return network.preprocessing().withShortSide(0).apply(picture, network.input());
    }

    @Override
    public String toString() {
        if (colour.isEmpty()) {
            return MEAN_WORD;
        }
        int rgb = colour.get();
        return equals(GREY) ? GREY_WORD : RgbImage.red(rgb) + "," + RgbImage.green(rgb) + "," + RgbImage.blue(rgb);
    }
}
