package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.FigureFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws test pictures. */
@Command(name = "chart", description = "${bundle:cli.chart-command.about}")
final class ChartCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "CHART", descriptionKey = "cli.any.completion-candidates")
    private Optional<Chart> chart;

    @Option(names = "-o", paramLabel = "FILE", descriptionKey = "cli.chart-command.o")
    @Ending({".png", ".svg", ".pdf"})
    private Optional<Path> png;

    @Option(names = "--side", defaultValue = "512", paramLabel = "N", descriptionKey = "cli.chart-command.side")
    @Range(min = 16, max = 8192)
    private int side;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (chart.isEmpty()) {
            Stream.of(Chart.values())
                    .forEach(c -> spec.commandLine().getOut().printf("%-14s  %s%n", word(c), c.description()));
            return 0;
        }
        Path file = png.orElseThrow(
                () -> new ParameterException(spec.commandLine(), say("cli.chart-command.missing-required-option-o")));
        FigureFormat.write(
                file, Drawing.of(chart.get().draw(side)), Origin.of(spec).with("chart", word(chart.get())));
        return 0;
    }

    private static String word(Chart chart) {
        return chart.name().toLowerCase(Locale.ROOT);
    }
}
