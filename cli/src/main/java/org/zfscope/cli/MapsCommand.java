package org.zfscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.AtomicFile.Output;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.figure.MapsFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a layer's feature maps. */
@Command(name = "maps", description = "Draws a layer's feature maps for a picture.")
final class MapsCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "A picture, or a network input as .npy.")
    private Path image;

    @Option(names = "--layer", required = true, paramLabel = "L", description = "The layer.")
    private String layer;

    @Option(names = "-o", required = true, paramLabel = "FILE.png", description = "Where the mosaic goes.")
    private Path png;

    @Option(names = "--npy", paramLabel = "FILE.npy", description = "Where the numbers go: [channels, height, width].")
    private Optional<Path> npy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Network network = model.open();
        network.node(layer);
        Picture picture = Picture.read(image, network);
        try (Activations run = network.forward(picture.input(), Keep.only(layer))) {
            Tensor maps = run.maps(layer, 0);
            String title = layer + " of " + network.name() + ", " + image.getFileName();
            List<Output> outputs = new ArrayList<>();
            outputs.add(new Output(
                    png,
                    Png.content(
                            MapsFigure.draw(maps, contrast.change(Contrast.featureMaps()), title, Theme.LIGHT),
                            Origin.of(spec, model, network)
                                    .withFile("picture", image)
                                    .with("layer", layer))));
            npy.ifPresent(file -> outputs.add(new Output(file, NpyFiles.content(maps))));
            AtomicFile.writeAll(outputs);
        }
        return 0;
    }
}
