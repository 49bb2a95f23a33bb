package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Progress;
import org.zfscope.viz.exhibit.FeatureMaps;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a layer's feature maps. */
@Command(name = "maps", description = "${bundle:cli.maps-command.about}")
final class MapsCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(names = "--layer", required = true, paramLabel = "L", descriptionKey = "cli.maps-command.layer")
    private String layer;

    @Option(names = "-o", required = true, paramLabel = "FILE", descriptionKey = "cli.maps-command.o")
    @Ending({".png", ".svg", ".pdf"})
    private Path png;

    @Option(names = "--npy", paramLabel = "FILE.npy", descriptionKey = "cli.maps-command.npy")
    @Ending(".npy")
    private Optional<Path> npy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Lab lab = model.lab()) {
            FeatureMaps maps = new FeatureMaps(
                    Subject.of(model.source(), image),
                    lab.network(model.source()).named(layer),
                    contrast.change(Contrast.featureMaps()));
            Figure answer = maps.answer(lab, Progress.SILENT);
            new Outputs(spec, Optional.of(png), npy)
                    .write(maps, lab.network(model.source()), () -> answer.labelled(Theme.LIGHT), answer);
        }
        return 0;
    }
}
