package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.AtomicFile.Output;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.viz.Method;
import org.zfscope.viz.Picture;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.figure.ProjectionFigure;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Projects units to the pixels. */
@Command(
        name = "project",
        description = "Carries units' activations back to the pixels: the deconvnet of Zeiler and Fergus.")
final class ProjectCommand implements Callable<Integer> {

    private static final String EVERY_MAP = ":*";

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Parameters(index = "1", paramLabel = "IMAGE", description = "A picture, or a network input as .npy.")
    private Path image;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "L:U[@y,x|@map]",
            description = "A map's strongest neuron, the neuron at y,x or the whole map; L:* every map's strongest;"
                    + " class:N a class score. May be given several times.")
    private List<String> units;

    @Option(names = "--rule", defaultValue = "deconvnet", description = "${COMPLETION-CANDIDATES}.")
    private ReluRule rule;

    @Option(
            names = "--lrn",
            description = "Local response normalisation on the way back: ${COMPLETION-CANDIDATES}. Usually pass, but"
                    + " gradient under the rule gradient.")
    private Optional<LrnRule> lrn;

    @Option(
            names = "--seed",
            defaultValue = "activation",
            description = "What the unit starts from: ${COMPLETION-CANDIDATES}.")
    private Method.Seed seed;

    @Option(
            names = "-o",
            paramLabel = "FILE.png",
            description = "One unit: its projection, as large as the input."
                    + " Several: a mosaic of projections beside patches.")
    private Optional<Path> png;

    @Option(names = "--npy", paramLabel = "FILE.npy", description = "The numbers: [C,H,W], of several units [N,C,H,W].")
    private Optional<Path> npy;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Network network = model.open();
        List<Target> targets = targets(network);
        Method method = method();
        Picture picture = Picture.read(image, network);
        try (Activations run = network.forward(picture.input(), Keep.everything());
                Projector projector = new Projector(network, method)) {
            PrintWriter err = spec.commandLine().getErr();
            List<Projection> projections = projector.project(run, targets, new ConsoleProgress(err, "project"));
            List<Output> outputs = new ArrayList<>();
            png.ifPresent(file -> outputs.add(new Output(file, drawn(network, picture, projections))));
            npy.ifPresent(file -> outputs.add(new Output(file, numbers(projections))));
            AtomicFile.writeAll(outputs);
            print(projections);
        }
        return 0;
    }

    private List<Target> targets(Network network) {
        List<Target> targets = new ArrayList<>();
        for (String unit : units) {
            if (unit.endsWith(EVERY_MAP)) {
                String layer = unit.substring(0, unit.length() - EVERY_MAP.length());
                for (int u = 0; u < network.shape(layer).channels(); u++) {
                    targets.add(new Target.Strongest(layer, u));
                }
            } else {
                targets.add(parse(unit));
            }
        }
        return targets;
    }

    private Target parse(String unit) {
        try {
            return Target.parse(unit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Method method() {
        Method usual = Method.of(rule).with(seed);
        return lrn.map(usual::with).orElse(usual);
    }

    private boolean isMosaic() {
        return units.size() > 1 || units.get(0).endsWith(EVERY_MAP);
    }

    private AtomicFile.Content drawn(Network network, Picture picture, List<Projection> projections) {
        ProjectionFigure figure = new ProjectionFigure(network, picture.input());
        Contrast chosen = contrast.change(Contrast.projections());
        String title =
                word(rule) + " of " + network.name() + ", " + image.getFileName() + "\n" + String.join(" ", units);
        RgbImage drawn = isMosaic()
                ? figure.mosaic(projections, chosen, title, Theme.LIGHT)
                : figure.whole(projections.get(0), chosen);
        Method method = projections.get(0).method();
        return Png.content(
                drawn,
                Origin.of(spec, model, network)
                        .withFile("picture", image)
                        .with("unit", String.join(" ", units))
                        .with("rule", word(method.relu()))
                        .with("lrn", word(method.lrn()))
                        .with("seed", word(method.seed())));
    }

    private AtomicFile.Content numbers(List<Projection> projections) {
        return isMosaic()
                ? NpyFiles.batchContent(
                        projections.stream().map(Projection::full).toList())
                : NpyFiles.content(projections.get(0).full());
    }

    private void print(List<Projection> projections) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(projections.stream().map(ProjectionJson::of).toList()));
        } else {
            out.println(projections.stream().map(ProjectionJson::text).collect(Collectors.joining("\n")));
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
