package org.zfscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.viz.analysis.Ascent;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.MaximizedUnits;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes pictures that units answer to strongly. */
@Command(name = "maximize", description = "${bundle:cli.maximize-command.about}")
final class MaximizeCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "L:U[@y,x]|L:*|class:N",
            descriptionKey = "cli.maximize-command.unit")
    private List<String> units;

    @Option(names = "--preset", descriptionKey = "cli.maximize-command.preset")
    private Optional<Ascent.Preset> preset;

    @Option(names = "--from", paramLabel = "PICTURE", descriptionKey = "cli.maximize-command.from")
    private Optional<Path> from;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "cli.maximize-command.steps")
    @Range(min = 0, max = 1e6)
    private Optional<Integer> steps;

    @Option(names = "--step", paramLabel = "S", descriptionKey = "cli.maximize-command.step")
    @Range(min = 1e-6, max = 1e6)
    private Optional<Double> step;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "cli.maximize-command.seed")
    private long seed;

    @Option(
            names = "--best",
            paramLabel = "N",
            defaultValue = "" + MaximizedUnits.BEST,
            descriptionKey = "cli.maximize-command.best")
    @Range(min = 0, max = 1e6)
    private int best;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MaximizedUnits maximized = maximized();
        try (Lab lab = model.lab()) {
            if (figure.isFilm()) {
                MaximizedUnits.Film film = maximized.film(lab, figure.progress());
                figure.write(maximized, lab, film.answer(), film.frames());
            } else {
                figure.write(maximized, lab, maximized.answer(lab, figure.progress()));
            }
        }
        return 0;
    }

    private MaximizedUnits maximized() {
        Ascent.Preset how = preset.orElse(from.isPresent() ? Ascent.Preset.ACCENTUATE : Ascent.Preset.KERAS);
        Ascent.Recipe recipe = new Ascent.Recipe(how, steps.orElse(how.steps()), step.orElse(how.step()), seed);
        Subject subject =
                from.map(picture -> Subject.of(model.source(), picture)).orElseGet(() -> Subject.of(model.source()));
        try {
            return new MaximizedUnits(subject, "", units, recipe, best);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
