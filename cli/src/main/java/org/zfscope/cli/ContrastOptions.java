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
            descriptionKey = "cli.contrast-options.contrast")
    private Optional<Scale> scale = Optional.empty();

    @Option(names = "--gain", paramLabel = "G", defaultValue = "1", descriptionKey = "cli.contrast-options.gain")
    @Range(min = 0.001, max = 1000)
    private double gain;

    @Option(names = "--clip", paramLabel = "S", descriptionKey = "cli.contrast-options.clip")
    @Range(min = 0, max = 0.5, below = true)
    private Optional<Double> clip = Optional.empty();

    /** The usual contrast, changed as the options say. */
    Contrast change(Contrast usual) {
        Contrast gained = usual.withGain(gain).withClip(clip.orElse(usual.clip()));
        return scale.map(gained::withScale).orElse(gained);
    }
}
