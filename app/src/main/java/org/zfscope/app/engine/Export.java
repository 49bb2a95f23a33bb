package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;

/**
 * An exhibit to be taken away: the same pixels as on the command line.
 *
 * @param labelled whether titles and labels are drawn
 * @param zoom how many pixels wide and high a pixel of the figure becomes
 */
public record Export(PictureExhibit exhibit, boolean labelled, int zoom) {

    /** Draws it, not enlarged. */
    public RgbImage draw(Engine engine, Progress progress) {
        try (Lab lab = engine.another()) {
            return drawing(exhibit.answer(lab, progress)).picture();
        }
    }

    private Drawing drawing(Figure answer) {
        return labelled ? answer.labelled(Theme.LIGHT) : answer.plain();
    }

    /** Writes a PNG, SVG or PDF with its provenance, or the numbers where the file's name ends in .npy. */
    public void write(Engine engine, Path file, Progress progress) {
        boolean numbers = file.toString().endsWith(".npy");
        if (numbers && !exhibit.hasNumbers()) {
            throw new InputException(say("app.export.numbers-save-them-png", exhibit.shows()));
        }
        try (Lab lab = engine.another()) {
            Figure answer = exhibit.answer(lab, progress);
            if (numbers) {
                AtomicFile.write(file, answer.numbers().orElseThrow().content());
            } else {
                Drawing enlarged = drawing(answer).enlarged(zoom);
                FigureFormat.write(
                        file, enlarged, provenance(lab.network(exhibit.subject().model()), file));
            }
        }
    }

    private Provenance provenance(Network network, Path file) {
        Optional<Command> command = exhibit.command(network, String.valueOf(file.getFileName()));
        Provenance made = exhibit.provenance(network, command).with("shows", exhibit.shows());
        for (Map.Entry<String, Path> source : exhibit.sources().entrySet()) {
            made = made.withFile(source.getKey(), source.getValue());
        }
        return made;
    }
}
