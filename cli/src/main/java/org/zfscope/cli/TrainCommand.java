package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.MachineException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.open.Models;
import org.zfscope.models.train.Accuracy;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.train.PretrainedNetwork;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.figure.TrainingCurves;
import org.zfscope.viz.render.FigureFormat;
import org.zfscope.viz.render.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a network. */
@Command(name = "train", description = "${bundle:cli.train-command.about}")
final class TrainCommand implements Callable<Integer> {

    @Mixin
    private TrainingPictures pictures;

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "cli.train-command.o")
    private Path folder;

    @Mixin
    private ArchitectureOption architecture;

    @Option(names = "--init", paramLabel = "MODEL", descriptionKey = "cli.train-command.init")
    private Optional<String> init;

    @Option(names = "--freeze", paramLabel = "L", descriptionKey = "cli.train-command.freeze")
    private Optional<String> freeze;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.train-command.name")
    private Optional<String> name;

    @Option(names = "--resume", descriptionKey = "cli.train-command.resume")
    private boolean resume;

    @Mixin
    private RecipeOptions options;

    @Spec
    private CommandSpec spec;

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
        Recipe recipe = options.parsed(spec, o -> o.over(begun.recipe()));
        Trainer.Task task = pictures.task(begun.card(), out);
        return Trainer.resume(pictures.namesClasses() ? task : task.with(begun.card()), recipe, folder);
    }

    private Trainer started(PrintWriter out) {
        Recipe recipe = options.parsed(spec, RecipeOptions::recipe);
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
        ModelCard card =
                pictures.card(name.orElse(architecture.name()), Preprocessing.torch(Source.FILE), architecture.input());
        Trainer.Task task = pictures.task(card, out);
        Architecture whole = architecture.of(task.pictures().classes().size(), recipe.seed());
        create();
        return Trainer.start(task, whole, recipe, folder);
    }

    private Trainer building(Network network, Recipe recipe, PrintWriter out) {
        if (architecture.isChosen()) {
            throw new ParameterException(spec.commandLine(), say("cli.train-command.arch-init-both-name"));
        }
        PretrainedNetwork all = PretrainedNetwork.of(network);
        PretrainedNetwork foundation = freeze.map(all::freeze).orElse(all);
        ModelCard card = pictures.card(name.orElse(network.name()), network.preprocessing(), network.input());
        Trainer.Task task = pictures.task(card, out);
        create();
        return Trainer.transfer(task, foundation, recipe, folder);
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
}
