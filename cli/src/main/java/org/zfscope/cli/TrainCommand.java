package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import org.zfscope.viz.render.FigureFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.open.Models;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.train.Accuracy;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.train.PretrainedNetwork;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.train.TrainingSet;
import org.zfscope.models.words.Quantities;
import org.zfscope.models.zoo.Architectures;
import org.zfscope.viz.figure.TrainingCurves;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network. */
@Command(name = "train", description = "${bundle:cli.train-command.about}")
final class TrainCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "cli.train-command.pictures")
    private Path pictures;

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "cli.train-command.o")
    private Path folder;

    @Option(
            names = "--arch",
            paramLabel = "NAME|FILE.json",
            completionCandidates = Names.class,
            descriptionKey = "cli.train-command.arch")
    private Optional<String> architecture;

    @Option(names = "--init", paramLabel = "MODEL", descriptionKey = "cli.train-command.init")
    private Optional<String> init;

    @Option(names = "--freeze", paramLabel = "L", descriptionKey = "cli.train-command.freeze")
    private Optional<String> freeze;

    @Option(names = "--side", paramLabel = "N", descriptionKey = "cli.train-command.side")
    @Range(min = 1, max = 10_000)
    private Optional<Integer> side;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.train-command.name")
    private Optional<String> name;

    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "cli.train-command.labels")
    private Optional<Path> labels;

    @Option(names = "--resume", descriptionKey = "cli.train-command.resume")
    private boolean resume;

    @Mixin
    private RecipeOptions options;

    @Spec
    private CommandSpec spec;

    /** Architectures, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Architectures.names().iterator();
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Trainer trainer = trainer(out);
        return Claim.during(
                folder.resolve("last.zip"), () -> Interrupt.during(() -> stopped(trainer), () -> train(trainer, out)));
    }

    private void stopped(Trainer trainer) {
        int epochs = trainer.epochs().size();
        spec.commandLine()
                .getErr()
                .println(
                        epochs == 0
                                ? say("cli.train-command.train-stopped-epoch-finished")
                                : say("cli.train-command.train-stopped-resume-goes", epochs));
    }

    private int train(Trainer trainer, PrintWriter out) {
        trainer.run(new TrainingReport(out, spec.commandLine().getErr(), () -> drawCurves(trainer)));
        drawCurves(trainer);
        Accuracy ten = trainer.tenCrops();
        out.println(say(
                "cli.train-command.ten-crops-validation-accuracy",
                Quantities.fixed(100 * ten.top1(), 2),
                Quantities.fixed(ten.loss(), 3)));
        out.println(say("cli.train-command.trained", folder.resolve("model.zip")));
        return 0;
    }

    private void drawCurves(Trainer trainer) {
        String title = trainer.card().name().orElse("network");
        FigureFormat.write(
                folder.resolve("curves.png"),
                TrainingCurves.draw(title, trainer.epochs(), Theme.LIGHT),
                Origin.of(spec).with("model", title));
    }

    private Trainer trainer(PrintWriter out) {
        Optional<Trainer.Begun> begun = Trainer.begun(folder);
        if (begun.isPresent() && !resume) {
            throw InputException.in(folder, say("cli.train-command.holds-training-already-go"));
        }
        return begun.isPresent() ? resumed(begun.get(), out) : started(out);
    }

    private Trainer resumed(Trainer.Begun begun, PrintWriter out) {
        Recipe recipe = parsed(() -> options.over(begun.recipe()));
        int kept = begun.card().preprocessing().orElseThrow().shortSide();
        Trainer.Task task = task(begun.card(), kept, out);
        ModelCard card = labels.isPresent() ? task.card() : begun.card();
        return Trainer.resume(new Trainer.Task(task.pictures(), task.validation(), card), recipe, folder);
    }

    private Trainer started(PrintWriter out) {
        Recipe recipe = parsed(options::recipe);
        if (init.isPresent()) {
            Network foundation = Models.open(init.get());
            foundation
                    .weights()
                    .warning()
                    .ifPresent(warning -> out.println(say("cli.train-command.has", init.get(), warning)));
            return building(foundation, recipe, out);
        }
        if (freeze.isPresent()) {
            throw new ParameterException(spec.commandLine(), say("cli.train-command.freeze-needs-init"));
        }
        String chosen = architecture.orElse("zfnet-s");
        Optional<Architectures.Maker> known = Architectures.named(chosen);
        Architecture one = known.<Architecture>map(maker -> new Architecture.Row(maker.make(recipe.seed(), 2)))
                .orElseGet(() -> read(chosen));
        ModelCard card = card(name.orElse(plain(chosen)), Preprocessing.torch(Source.FILE), one.input());
        Trainer.Task task = task(card, card.preprocessing().orElseThrow().shortSide(), out);
        int classes = task.pictures().classes().size();
        Architecture whole = known.<Architecture>map(maker -> new Architecture.Row(maker.make(recipe.seed(), classes)))
                .orElse(one);
        create();
        return Trainer.start(task, whole, recipe, folder);
    }

    private Trainer building(Network network, Recipe recipe, PrintWriter out) {
        if (architecture.isPresent()) {
            throw new ParameterException(spec.commandLine(), say("cli.train-command.arch-init-both-name"));
        }
        PretrainedNetwork all = PretrainedNetwork.of(network);
        PretrainedNetwork foundation = freeze.map(all::freeze).orElse(all);
        ModelCard card = card(name.orElse(network.name()), network.preprocessing(), network.input());
        Trainer.Task task = task(card, card.preprocessing().orElseThrow().shortSide(), out);
        create();
        return Trainer.transfer(task, foundation, recipe, folder);
    }

    private static String plain(String chosen) {
        String file = Path.of(chosen).getFileName().toString();
        return file.endsWith(".json") ? file.substring(0, file.length() - ".json".length()) : file;
    }

    private static Architecture read(String chosen) {
        Path file = Path.of(chosen);
        if (!Files.exists(file)) {
            throw new InputException(
                    say("cli.train-command.neither-file-nor-one", chosen, String.join(", ", Architectures.names())));
        }
        return Architecture.read(file);
    }

    private ModelCard card(String called, Preprocessing usual, Shape input) {
        int kept = side.orElse(usual.shortSide() > 0 ? usual.shortSide() : (input.height() * 8 + 6) / 7);
        if (kept < input.height()) {
            throw new ParameterException(
                    spec.commandLine(), say("cli.train-command.side-less-pixels-networks", kept, input.height()));
        }
        Preprocessing preprocessing = new Preprocessing(
                usual.channels(), Preprocessing.Fit.CROP, kept, usual.mean(), usual.scale(), Source.FILE);
        return new ModelCard(Optional.of(called), Optional.of(preprocessing), List.of());
    }

    private Trainer.Task task(ModelCard card, int kept, PrintWriter out) {
        TrainingSet learned = TrainingSet.read(pictures.resolve("train"), kept);
        boolean val = Files.exists(pictures.resolve("val")) || !Files.exists(pictures.resolve("test"));
        TrainingSet validation = TrainingSet.read(pictures.resolve(val ? "val" : "test"), kept);
        out.println(say(
                "cli.train-command.pictures-classes-learn-validate",
                Quantities.count(learned.count()),
                learned.classes().size(),
                Quantities.count(validation.count())));
        out.flush();
        return new Trainer.Task(learned, validation, new ModelCard(card.name(), card.preprocessing(), names(learned)));
    }

    private List<String> names(TrainingSet learned) {
        if (labels.isEmpty()) {
            return learned.classes();
        }
        List<String> names = LabelFile.read(labels.get());
        if (names.size() != learned.classes().size()) {
            throw InputException.in(
                    labels.get(),
                    say(
                            "cli.train-command.has-names-there-classes",
                            names.size(),
                            learned.classes().size(),
                            pictures.resolve("train")));
        }
        return names;
    }

    private void create() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw MachineException.writing(folder, e);
        }
    }

    private Recipe parsed(Supplier<Recipe> recipe) {
        try {
            return recipe.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
