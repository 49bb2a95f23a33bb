package org.zfscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Gif;
import org.zfscope.viz.render.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's figure and numbers go: both are written, or none. */
record Outputs(CommandSpec spec, Optional<Path> figure, Optional<Path> npy) {

    /** Draws only what is asked for. */
    void write(PictureExhibit exhibit, Network network, Supplier<Drawing> drawing, Figure answer) {
        write(file -> FigureFormat.of(file).content(drawing.get(), provenance(exhibit, network)), answer);
    }

    /** The same with a film in place of the figure. */
    void write(PictureExhibit exhibit, Network network, List<RgbImage> film, Figure answer) {
        write(file -> Gif.content(film, provenance(exhibit, network)), answer);
    }

    private void write(Function<Path, AtomicFile.Content> drawn, Figure answer) {
        List<AtomicFile.Output> files = new ArrayList<>();
        figure.ifPresent(file -> files.add(new AtomicFile.Output(file, drawn.apply(file))));
        npy.ifPresent(file -> files.add(
                new AtomicFile.Output(file, answer.numbers().orElseThrow().content())));
        AtomicFile.writeAll(files);
    }

    private Provenance provenance(PictureExhibit exhibit, Network network) {
        return exhibit.provenance(network, Optional.of(Origin.command(spec)));
    }
}
