package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Numbers;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command's picture and numbers go. Neither is written before both are there. */
record Outputs(CommandSpec spec, Optional<Path> png, Optional<Path> npy) {

    /** Draws only what is asked for. */
    void write(PictureExhibit exhibit, Network network, Supplier<RgbImage> drawing, Figure answer) {
        Optional<RgbImage> picture = png.map(file -> drawing.get());
        Optional<Provenance> made = png.map(file -> exhibit.provenance(network, Optional.of(Origin.command(spec))));
        Optional<Numbers> numbers = npy.flatMap(file -> answer.numbers());
        png.ifPresent(file -> Png.write(file, picture.orElseThrow(), made.orElseThrow()));
        npy.ifPresent(file -> numbers.orElseThrow().write(file));
    }
}
