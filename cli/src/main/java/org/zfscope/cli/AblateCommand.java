package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.io.AtomicFile;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.train.Accuracy;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.train.Variant;
import org.zfscope.models.words.Columns;
import org.zfscope.models.words.Quantities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains variants of one architecture and compares them. */
@Command(name = "ablate", description = "${bundle:cli.ablate-command.about}")
final class AblateCommand implements Callable<Integer> {

    @Mixin
    private TrainingPictures pictures;

    @Option(names = "-o", required = true, paramLabel = "OUT", descriptionKey = "cli.ablate-command.o")
    private Path folder;

    @Mixin
    private ArchitectureOption architecture;

    @Option(
            names = "--variant",
            required = true,
            paramLabel = "LAYER=WIDTH,...",
            descriptionKey = "cli.ablate-command.variant")
    private List<String> variants;

    @Option(names = "--resume", descriptionKey = "cli.ablate-command.resume")
    private boolean resume;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Mixin
    private RecipeOptions options;

    @Spec
    private CommandSpec spec;

    /** What came of a variant. */
    private record Row(Variant variant, long parameters, Accuracy learned, Accuracy validation) {}

    @Override
    public Integer call() {
        Set<Variant> asked = wholeFirst();
        if (!resume && Files.exists(table())) {
            throw InputException.in(folder, say("cli.ablate-command.holds-already"));
        }
        PrintWriter err = spec.commandLine().getErr();
        Recipe recipe = options.parsed(spec, RecipeOptions::recipe);
        ModelCard card = pictures.card(architecture.name(), Preprocessing.torch(Source.FILE), architecture.input());
        Trainer.Task task = pictures.task(card, err);
        Architecture whole = architecture.of(task.pictures().classes().size(), recipe.seed());
        Map<Variant, Architecture> all = new LinkedHashMap<>();
        for (Variant variant : asked) {
            all.put(variant, variant.of(whole, recipe.seed()));
        }
        List<Row> rows = new ArrayList<>();
        all.forEach((variant, changed) -> {
            rows.add(trained(variant, changed, task, recipe));
            write(rows);
        });
        spec.commandLine()
                .getOut()
                .println(json ? Json.of(rows.stream().map(AblateCommand::json).toList()) : text(rows));
        return 0;
    }

    private Set<Variant> wholeFirst() {
        Set<Variant> all = new LinkedHashSet<>(List.of(Variant.WHOLE));
        try {
            variants.forEach(text -> all.add(Variant.parse(text)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return all;
    }

    private Path table() {
        return folder.resolve("ablation.csv");
    }

    private Row trained(Variant variant, Architecture changed, Trainer.Task task, Recipe recipe) {
        String name = architecture.name() + " " + variant;
        ModelCard card = new ModelCard(
                Optional.of(name), task.card().preprocessing(), task.card().labels());
        Path own = folder.resolve(variant.toString());
        PrintWriter err = spec.commandLine().getErr();
        Trainer trainer = Trainer.startOrResume(task.with(card), changed, recipe, own);
        err.println(say("cli.ablate-command.training", name, Quantities.count(trainer.parameters())));
        return Claim.during(
                own.resolve("last.zip"),
                () -> Interrupt.during(() -> err.println(say("cli.ablate-command.stopped", spec.name())), () -> {
                    trainer.run(new TrainingReport(err, err, () -> {}));
                    return new Row(variant, trainer.parameters(), trainer.onLearned(), trainer.onValidation());
                }));
    }

    private void write(List<Row> rows) {
        StringBuilder csv = new StringBuilder("variant,parameters,train_error,validation_error,validation_loss\n");
        for (Row row : rows) {
            csv.append(String.format(
                    Locale.ROOT,
                    "\"%s\",%d,%.5f,%.5f,%.5f%n",
                    row.variant,
                    row.parameters,
                    1 - row.learned.top1(),
                    1 - row.validation.top1(),
                    row.validation.loss()));
        }
        AtomicFile.write(table(), out -> out.write(csv.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("variant", row.variant.widths());
        json.put("parameters", row.parameters);
        json.put("trainError", 1 - row.learned.top1());
        json.put("validationError", 1 - row.validation.top1());
        json.put("validationLoss", row.validation.loss());
        return json;
    }

    private String text(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                architecture.name(),
                say("cli.ablate-command.parameters"),
                say("cli.ablate-command.train-error"),
                say("cli.ablate-command.validation-error")));
        rows.forEach(row -> lines.add(List.of(
                row.variant.toString(),
                Quantities.count(row.parameters),
                Quantities.fixed(100 - 100 * row.learned.top1(), 1),
                Quantities.fixed(100 - 100 * row.validation.top1(), 1))));
        return String.join("\n", Columns.of(lines));
    }
}
