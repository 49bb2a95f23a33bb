package org.zfscope.app.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import org.zfscope.models.Program;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** The picture of our own that a first start shows. */
public final class FirstPicture {

    private static final int SIDE = 256;

    private FirstPicture() {}

    /** The picture's file in that folder, drawn if it is not there. */
    public static Path in(Path folder) {
        Path file = folder.resolve("scene.png");
        if (!Files.isRegularFile(file)) {
            Provenance origin = Provenance.of(Program.version()).with("chart", Command.word(Chart.SCENE));
            Png.write(file, Chart.SCENE.draw(SIDE), origin);
        }
        return file;
    }
}
