package org.zfscope.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws test pictures. */
@Command(name = "chart", description = "Draws a test picture; without arguments it lists them.")
final class ChartCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "CHART", description = "${COMPLETION-CANDIDATES}.")
    private Optional<Chart> chart;

    @Option(names = "-o", paramLabel = "FILE.png", description = "Where the picture goes.")
    private Optional<Path> png;

    @Option(names = "--side", defaultValue = "512", paramLabel = "N", description = "Its side in pixels; usually 512.")
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
                () -> new ParameterException(spec.commandLine(), "Missing required option: '-o=FILE.png'"));
        Png.write(file, chart.get().draw(side), Origin.of(spec).with("chart", word(chart.get())));
        return 0;
    }

    private static String word(Chart chart) {
        return chart.name().toLowerCase(Locale.ROOT);
    }
}
