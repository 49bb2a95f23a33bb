package org.zfscope.cli;

import java.util.Optional;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How numbers become brightness. */
final class ContrastOptions {

    @Option(
            names = "--contrast",
            paramLabel = "tile|layer|V",
            description = "What is drawn brightest: each tile's own largest value, the layer's, or V.")
    private String scale = "";

    @Option(
            names = "--gain",
            paramLabel = "G",
            defaultValue = "1",
            description = "Raise the contrast G times: ${DEFAULT-VALUE}.")
    private double gain;

    @Option(
            names = "--clip",
            paramLabel = "S",
            description =
                    "Leave this share of the non-zero values at either end out of the scale: usually 0; 0.002 where"
                            + " single strong pixels would leave nothing else to see (top9).")
    private Optional<Double> clip = Optional.empty();

    /** The usual contrast, changed as the options say. */
    Contrast change(Contrast usual) {
        if (!(gain >= 0.001 && gain <= 1000)) {
            throw new TypeConversionException("--gain " + gain + ": a number from 0.001 to 1000 expected");
        }
        double share = clip.orElse(usual.clip());
        if (!(share >= 0 && share < 0.5)) {
            throw new TypeConversionException("--clip " + share + ": a share from 0 to less than 0.5 expected");
        }
        Contrast gained = usual.withGain(gain).withClip(share);
        return scale.isEmpty() ? gained : gained.withScale(scale());
    }

    private Scale scale() {
        return switch (scale) {
            case "tile" -> Scale.Shared.TILE;
            case "layer" -> Scale.Shared.LAYER;
            default -> fixed();
        };
    }

    private Scale fixed() {
        try {
            return new Scale.Fixed(Double.parseDouble(scale));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("--contrast " + scale + ": tile, layer or a positive number expected");
        }
    }
}
