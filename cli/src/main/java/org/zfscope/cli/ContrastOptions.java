package org.zfscope.cli;

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

    /** The usual contrast, changed as the options say. */
    Contrast change(Contrast usual) {
        if (!(gain >= 0.001 && gain <= 1000)) {
            throw new TypeConversionException("--gain " + gain + ": a number from 0.001 to 1000 expected");
        }
        Contrast gained = usual.withGain(gain);
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
