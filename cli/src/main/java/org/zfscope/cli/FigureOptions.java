package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.exhibit.Answer;
import org.zfscope.viz.exhibit.Figure;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where an experiment's figure, numbers and words go. */
final class FigureOptions {

    @Option(names = "-o", paramLabel = "FILE", descriptionKey = "cli.figure-options.o")
    @Ending(
            value = {".png", ".svg", ".pdf", ".gif"},
            unless = "--layers")
    private Optional<Path> png;

    @Option(names = "--npy", paramLabel = "FILE.npy", descriptionKey = "cli.figure-options.npy")
    @Ending(".npy")
    private Optional<Path> npy;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Where the figure goes. */
    Optional<Path> file() {
        return png;
    }

    /** Whether the figure is to be a GIF, which moves. */
    boolean isFilm() {
        return png.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".gif"))
                .isPresent();
    }

    /** Writes what was asked for and prints the rest. */
    <A extends Figure & Answer> void write(PictureExhibit exhibit, Lab lab, A answer) {
        Network network = lab.network(exhibit.subject().model());
        check(answer);
        if (isFilm()) {
            throw new ParameterException(spec.commandLine(), say("cli.figure-options.no-film"));
        }
        new Outputs(spec, png, npy).write(exhibit, network, () -> answer.labelled(Theme.LIGHT), answer);
        print(answer);
    }

    /** The same with a film in place of the figure. */
    <A extends Figure & Answer> void write(PictureExhibit exhibit, Lab lab, A answer, List<RgbImage> film) {
        Network network = lab.network(exhibit.subject().model());
        check(answer);
        new Outputs(spec, png, npy).write(exhibit, network, film, answer);
        print(answer);
    }

    private void check(Figure answer) {
        if (npy.isPresent() && answer.numbers().isEmpty()) {
            throw new ParameterException(spec.commandLine(), say("cli.figure-options.no-numbers"));
        }
    }

    private void print(Answer answer) {
        spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
    }

    /** Told on the error stream how far the work is. */
    ConsoleProgress progress() {
        return new ConsoleProgress(spec.commandLine().getErr(), spec.name());
    }
}
