package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Plate;
import org.zfscope.viz.exhibit.PlateLook;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.figure.Palette;
import org.zfscope.viz.figure.TopTiles;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One figure of chosen units, rules and pictures, or a folder of one for each layer. */
@Command(name = "figure", description = "${bundle:cli.figure-command.about}")
final class FigureCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    private ModelOptions model;

    @Mixin
    private FigureOptions figure;

    @Option(
            names = "--pictures",
            required = true,
            split = ",",
            paramLabel = "PICTURE",
            descriptionKey = "cli.figure-command.pictures")
    private List<Path> pictures;

    @Option(
            names = "--units",
            split = ",(?![0-9]+(,|$))",
            splitSynopsisLabel = ",",
            paramLabel = "L:U[@y,x|@map]",
            descriptionKey = "cli.figure-command.units")
    private List<String> units = List.of();

    @Option(names = "--layers", split = ",", paramLabel = "all|L", descriptionKey = "cli.figure-command.layers")
    private List<String> layers = List.of();

    @Option(names = "--best", paramLabel = "N", defaultValue = "6", descriptionKey = "cli.figure-command.best")
    @Range(min = 1, max = 1000)
    private int best;

    @Option(names = "--rules", split = ",", defaultValue = "deconvnet", descriptionKey = "cli.figure-command.rules")
    private List<ReluRule> rules;

    @Option(names = "--control", defaultValue = "none", descriptionKey = "cli.figure-command.control")
    private PlateLook.Control control;

    @Option(names = "--palette", defaultValue = "colour", descriptionKey = "cli.figure-command.palette")
    private Palette palette;

    @Option(
            names = "--side",
            paramLabel = "N",
            defaultValue = "" + PlateLook.SIDE,
            descriptionKey = "cli.figure-command.side")
    @Range(min = 16, max = 2048)
    private int side;

    @Option(names = "--caption", paramLabel = "TEXT", defaultValue = "", descriptionKey = "cli.figure-command.caption")
    private String caption;

    @Option(names = "--format", defaultValue = "png", descriptionKey = "cli.any.figure-format")
    private FigureFormat format;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (units.isEmpty() == layers.isEmpty()) {
            throw new ParameterException(spec.commandLine(), say("cli.figure-command.units-or-layers"));
        }
        try (Lab lab = model.lab()) {
            if (layers.isEmpty()) {
                Plate plate = plate(units);
                figure.write(plate, lab, plate.answer(lab, figure.progress()));
            } else {
                writeLayers(lab);
            }
        }
        return 0;
    }

    private Plate plate(List<String> addresses) {
        try {
            return new Plate(
                    Subject.of(model.source()),
                    pictures,
                    addresses,
                    rules,
                    new PlateLook(palette, control, side, caption));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** A figure a layer, of the units that answer most to the first picture. */
    private void writeLayers(Lab lab) {
        Path folder = figure.file()
                .orElseThrow(() -> new ParameterException(spec.commandLine(), say("cli.figure-command.folder")));
        Network network = lab.network(model.source());
        List<String> names = layers.equals(List.of(ALL))
                ? network.nodes().stream().map(Network.Node::name).toList()
                : layers;
        ConsoleProgress progress = figure.progress();
        for (int i = 0; i < names.size(); i++) {
            String layer = names.get(i);
            Subject first = Subject.of(model.source(), pictures.get(0));
            Plate plate = plate(Plate.strongest(lab, first, layer, best));
            Path file = TopTiles.folder(folder, layer);
            FigureFormat.write(
                    file.resolveSibling(file.getFileName() + format.ending()),
                    plate.answer(lab, Progress.SILENT).labelled(Theme.LIGHT),
                    plate.provenance(network, Optional.of(Origin.command(spec))));
            progress.report(i + 1, names.size());
        }
        spec.commandLine().getOut().println(say("cli.figure-command.written", names.size(), folder));
    }
}
