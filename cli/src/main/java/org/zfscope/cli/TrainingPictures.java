package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.train.TrainingSet;
import org.zfscope.models.words.Quantities;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a network learns from: a folder with the folders {@code train} and {@code val} or {@code test}. */
final class TrainingPictures {

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "cli.train-command.pictures")
    private Path pictures;

    @Option(names = "--side", paramLabel = "N", descriptionKey = "cli.train-command.side")
    @Range(min = 1, max = 10_000)
    private Optional<Integer> side;

    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "cli.train-command.labels")
    private Optional<Path> labels;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Whether the classes are called otherwise than their folders. */
    boolean namesClasses() {
        return labels.isPresent();
    }

    /** The card of a network to be, without classes. */
    ModelCard card(String called, Preprocessing usual, Shape input) {
        int kept = side.orElse(usualSide(usual, input));
        if (kept < input.height()) {
            throw new ParameterException(
                    spec.commandLine(), say("cli.train-command.side-less-pixels-networks", kept, input.height()));
        }
        return card(called, usual, kept);
    }

    /** What pictures are scaled to, unless that is said otherwise: an eighth is left to be cut off. */
    static int usualSide(Preprocessing usual, Shape input) {
        return usual.shortSide() > 0 ? usual.shortSide() : (input.height() * 8 + 6) / 7;
    }

    /** Of pictures that are scaled by their shorter side and cut. */
    static ModelCard card(String called, Preprocessing usual, int kept) {
        Preprocessing preprocessing = new Preprocessing(
                usual.channels(), Preprocessing.Fit.CROP, kept, usual.mean(), usual.scale(), Source.FILE);
        return new ModelCard(Optional.of(called), Optional.of(preprocessing), List.of());
    }

    /** Reads the pictures for a network of that card, and says how many there are. */
    Trainer.Task task(ModelCard card, PrintWriter out) {
        int kept = card.preprocessing().orElseThrow().shortSide();
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
}
