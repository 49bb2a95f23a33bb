package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Progress;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.ComparedRules;
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
@Command(name = "project", description = "${bundle:cli.project-command.about}")
final class ProjectCommand implements Callable<Integer> {

    /** The seed of the control's weights, as in the window. */
    private static final long CONTROL = 1;

    @Mixin
    private ModelOptions model;

    @Mixin
    private ContrastOptions contrast;

    @Parameters(index = "1", paramLabel = "IMAGE", descriptionKey = "cli.any.picture-network-input-npy")
    private Path image;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "L:U[@y,x|@map]",
            descriptionKey = "cli.project-command.unit")
    private List<String> units;

    @Option(names = "--rule", defaultValue = "deconvnet", descriptionKey = "cli.any.completion-candidates")
    private ReluRule rule;

    @Option(names = "--lrn", descriptionKey = "cli.project-command.lrn")
    private Optional<LrnRule> lrn;

    @Option(names = "--gates", descriptionKey = "cli.project-command.gates")
    private Optional<GateRule> gates;

    @Option(names = "--seed", defaultValue = "activation", descriptionKey = "cli.project-command.seed")
    private Method.Seed seed;

    @Option(names = "--compare", descriptionKey = "cli.project-command.compare")
    private boolean compare;

    @Option(names = "-o", paramLabel = "FILE", descriptionKey = "cli.project-command.o")
    @Ending({".png", ".svg", ".pdf"})
    private Optional<Path> png;

    @Option(names = "--npy", paramLabel = "FILE.npy", descriptionKey = "cli.project-command.npy")
    @Ending(".npy")
    private Optional<Path> npy;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (compare) {
            return compared();
        }
        UnitProjections asked = projections();
        try (Lab lab = model.lab()) {
            UnitProjections projections = asked.named(lab.network(model.source()));
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

    private int compared() {
        if (units.size() != 1) {
            throw new ParameterException(spec.commandLine(), say("cli.project-command.one-unit"));
        }
        ComparedRules rules = new ComparedRules(
                Subject.of(model.source(), image),
                target(units.get(0)),
                contrast.change(Contrast.projections()),
                CONTROL);
        try (Lab lab = model.lab()) {
            ComparedRules.Result answer = rules.answer(lab, Progress.SILENT);
            new Outputs(spec, png, npy)
                    .write(rules, lab.network(model.source()), () -> answer.labelled(Theme.LIGHT), answer);
            spec.commandLine().getOut().println(json ? Json.of(answer.json()) : answer.text());
        }
        return 0;
    }

    private Target target(String unit) {
        try {
            return Target.parse(unit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private UnitProjections projections() {
        Method usual = Method.of(rule).with(seed);
        Method normed = lrn.map(usual::with).orElse(usual);
        Method method = gates.map(normed::with).orElse(normed);
        try {
            return new UnitProjections(
                    Subject.of(model.source(), image), units, method, contrast.change(Contrast.projections()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
