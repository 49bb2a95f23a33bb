package org.zfscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.exhibit.UnitProjections;
import org.zfscope.viz.render.Contrast;
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
        UnitProjections projections = projections();
        try (Lab lab = model.lab()) {
            UnitProjections.Result answer = projections.answer(
                    lab, new ConsoleProgress(spec.commandLine().getErr(), "project"));
            new Outputs(spec, png, npy)
                    .write(
                            projections,
                            lab.network(model.source()),
                            () -> answer.isMosaic() ? answer.labelled(Theme.LIGHT) : answer.plain(),
                            answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }

    private UnitProjections projections() {
        Method usual = Method.of(rule).with(seed);
        Method method = lrn.map(usual::with).orElse(usual);
        try {
            return new UnitProjections(
                    Subject.of(model.source(), image), units, method, contrast.change(Contrast.projections()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
