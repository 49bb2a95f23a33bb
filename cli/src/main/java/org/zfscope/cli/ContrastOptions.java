package org.zfscope.cli;

import java.util.Optional;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;
import picocli.CommandLine.Option;

/** How numbers become brightness. */
final class ContrastOptions {

    @Option(
            names = "--contrast",
            paramLabel = "tile|layer|V",
            converter = ScaleConverter.class,
            description = "What is drawn brightest: each tile's own largest value, the layer's, or V.")
    private Optional<Scale> scale = Optional.empty();

    @Option(
            names = "--gain",
            paramLabel = "G",
            defaultValue = "1",
            description = "Raise the contrast G times: ${DEFAULT-VALUE}.")
    @Range(min = 0.001, max = 1000)
    private double gain;

    @Option(
            names = "--clip",
            paramLabel = "S",
            description =
                    "Leave this share of the non-zero values at either end out of the scale: usually 0; 0.002 where"
                            + " single strong pixels would leave nothing else to see (top9).")
    @Range(min = 0, max = 0.5, below = true)
    private Optional<Double> clip = Optional.empty();

    /** The usual contrast, changed as the options say. */
    Contrast change(Contrast usual) {
        Contrast gained = usual.withGain(gain).withClip(clip.orElse(usual.clip()));
        return scale.map(gained::withScale).orElse(gained);
    }
}
