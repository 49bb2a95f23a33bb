package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.train.PretrainedNetwork;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Trainer;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Lesson;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Learned;
import org.zfscope.viz.analysis.Tops;
import org.zfscope.viz.exhibit.TransferCurve;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compares what a network has learned before with learning from scratch, by pictures a class. */
@Command(name = "transfer", description = "${bundle:cli.transfer-command.about}")
final class TransferCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Mixin
    private ProbeOptions options;

    @Mixin
    private ArchitectureOption architecture;

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "cli.transfer-command.o")
    private Path folder;

    @Option(names = "--resume", descriptionKey = "cli.transfer-command.resume")
    private boolean resume;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Mixin
    private RecipeOptions recipes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!resume && Files.exists(folder.resolve("transfer.json"))) {
            throw InputException.in(folder, say("cli.ablate-command.holds-already"));
        }
        Recipe recipe = recipes.parsed(spec, RecipeOptions::recipe);
        PrintWriter err = spec.commandLine().getErr();
        try (Network network = model.open()) {
            Dataset pictures = Dataset.folder(options.images());
            Probe.Options asked =
                    options.of(network, List.of(Probe.top(network)), EnumSet.allOf(Learned.class), recipe.seed());
            Architecture scratch = architecture(network, pictures, asked, recipe);
            Probe.Result probed = new Probe(pictures, asked).run(network, new ConsoleProgress(err, "probe"));
            List<Lesson> lessons = Lesson.of(pictures, asked, card(network), skipped(probed));
            Map<Integer, List<Double>> accuracies = new TreeMap<>();
            for (Lesson lesson : lessons) {
                accuracies
                        .computeIfAbsent(lesson.perClass(), n -> new ArrayList<>())
                        .add(learned(lesson, scratch, recipe));
            }
            write(new TransferCurve(network.title(), probed, accuracies));
        }
        return 0;
    }

    private Architecture architecture(Network network, Dataset pictures, Probe.Options asked, Recipe recipe) {
        int classes = asked.classes() == 0
                ? pictures.labels().size()
                : Math.min(asked.classes(), pictures.labels().size());
        return architecture.isChosen()
                ? architecture.of(classes, recipe.seed())
                : PretrainedNetwork.of(network).untrained(classes, recipe.seed());
    }

    private static Set<String> skipped(Probe.Result probed) {
        return probed.skipped().stream().map(Tops.Skipped::path).collect(Collectors.toSet());
    }

    private static ModelCard card(Network network) {
        int kept = TrainingPictures.usualSide(network.preprocessing(), network.input());
        return TrainingPictures.card(network.name(), network.preprocessing(), kept);
    }

    /** The mean of the classes' accuracies after training from scratch. */
    private double learned(Lesson lesson, Architecture scratch, Recipe recipe) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(say("cli.transfer-command.training", lesson.name()));
        Path own = folder.resolve(lesson.name());
        Trainer trainer = Trainer.startOrResume(lesson.task(), scratch, recipe, own);
        return Claim.during(
                own.resolve("last.zip"),
                () -> Interrupt.during(() -> err.println(say("cli.ablate-command.stopped", spec.name())), () -> {
                    trainer.run(new TrainingReport(err, err, () -> {}));
                    return trainer.onValidation().ofClasses();
                }));
    }

    private void write(TransferCurve curve) {
        String text = Json.of(curve.json());
        FigureFormat.write(
                folder.resolve("transfer.png"),
                curve.labelled(Theme.LIGHT),
                Origin.of(spec).with("model", curve.network()));
        AtomicFile.write(folder.resolve("transfer.json"), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        spec.commandLine().getOut().println(json ? text : curve.text());
    }
}
