package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.open.Models;
import org.zfscope.models.train.Checkpoints;
import org.zfscope.models.train.Checkpoints.CheckpointFile;
import org.zfscope.viz.analysis.EvolutionScan;
import org.zfscope.viz.analysis.LayerEvolution;
import org.zfscope.viz.exhibit.Evolution;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Provenance;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How features change while they are learned. */
@Command(name = "evolve", description = "${bundle:cli.evolve-command.about}")
final class EvolveCommand implements Callable<Integer> {

    @Mixin
    private ContrastOptions contrast;

    @Mixin
    private EngineOption engine;

    @Parameters(index = "0", arity = "1..*", paramLabel = "CHECKPOINTS", descriptionKey = "cli.evolve-command.given")
    private List<Path> given;

    @Option(names = "--format", defaultValue = "png", descriptionKey = "cli.any.figure-format")
    private FigureFormat format;

    @Option(names = "--images", required = true, paramLabel = "DIR", descriptionKey = "cli.evolve-command.images")
    private Path images;

    @Option(names = "--layer", paramLabel = "L", descriptionKey = "cli.evolve-command.layer")
    private List<String> layers = List.of();

    @Option(names = "--maps", defaultValue = "6", paramLabel = "N", descriptionKey = "cli.evolve-command.maps")
    @Range(min = 1, max = 1_000_000)
    private int maps;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", descriptionKey = "cli.evolve-command.seed")
    private long seed;

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "cli.evolve-command.o")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Evolution evolution = new Evolution(
                checkpoints(),
                images,
                new EvolutionScan.Options(layers, maps, seed),
                contrast.change(Contrast.projections()));
        try (Lab lab = new Lab(source -> engine.on(Models.open(source)), Lab.Capacity.ONE)) {
            PrintWriter err = spec.commandLine().getErr();
            Evolution.Result answer = evolution.answer(lab, new ConsoleProgress(err, "evolve"));
            write(answer);
            spec.commandLine().getOut().println(answer.text());
        }
        return 0;
    }

    private List<CheckpointFile> checkpoints() {
        return given.stream()
                .flatMap(p -> Files.isDirectory(p) ? Checkpoints.in(p).stream() : Stream.of(Checkpoints.at(p)))
                .sorted(Comparator.comparingInt(CheckpointFile::epoch))
                .toList();
    }

    private void write(Evolution.Result answer) {
        for (LayerEvolution layer : answer.layers()) {
            String name = layer.features().layer().replace('/', '_') + format.ending();
            Provenance made = answer.describe(layer, Origin.of(spec));
            FigureFormat.write(folder.resolve(name), answer.figure(layer, Theme.LIGHT), made);
        }
        byte[] json = Json.of(answer.json()).getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("evolution.json"), out -> out.write(json));
    }
}
