package org.zfscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.render.Png;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's picture and numbers go: both are written, or none. */
record Outputs(CommandSpec spec, Optional<Path> png, Optional<Path> npy) {

    /** Draws only what is asked for. */
    void write(PictureExhibit exhibit, Network network, Supplier<RgbImage> drawing, Figure answer) {
        List<AtomicFile.Output> files = new ArrayList<>();
        png.ifPresent(file -> files.add(new AtomicFile.Output(
                file, Png.content(drawing.get(), exhibit.provenance(network, Optional.of(Origin.command(spec)))))));
        npy.ifPresent(file -> files.add(
                new AtomicFile.Output(file, answer.numbers().orElseThrow().content())));
        AtomicFile.writeAll(files);
    }
}
