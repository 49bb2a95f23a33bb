package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.viz.ClassScores;
import org.zfscope.viz.ClassScores.Score;
import org.zfscope.viz.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what pictures show. */
@Command(name = "classify", description = "${bundle:cli.classify-command.about}")
final class ClassifyCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", descriptionKey = "cli.classify-command.images")
    private List<Path> images;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5", descriptionKey = "cli.classify-command.top")
    @Range(min = 1, max = 1_000_000)
    private int top;

    @Option(names = "--probabilities", descriptionKey = "cli.classify-command.probabilities")
    private boolean probabilities;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Network network = model.open();
        Progress progress = new ConsoleProgress(spec.commandLine().getErr(), "classify");
        boolean ranked = !network.weights().isLearned() && !probabilities;
        if (!json) {
            network.weights()
                    .warning()
                    .ifPresent(warning ->
                            out.println(say("cli.classify-command.has-what-says-means", network.name(), warning)));
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            List<Score> scores = classify(network, images.get(i));
            if (json) {
                all.add(json(images.get(i), network, ranked ? withoutProbabilities(scores) : scores));
            } else {
                out.println(images.get(i));
                scores.forEach(score -> out.println(ranked ? ranked(score) : likely(score)));
            }
            progress.report(i + 1, images.size());
        }
        if (json) {
            out.println(Json.of(all));
        }
        return 0;
    }

    private List<Score> classify(Network network, Path image) {
        Picture picture = Picture.read(image, network);
        try (Activations run =
                network.forward(picture.input(), Keep.only(network.output().name()))) {
            return ClassScores.top(run, 0, top);
        }
    }

    private static String likely(Score score) {
        return String.format(
                Locale.ROOT, "  %6.2f %%  %s (%d)", 100 * score.probability(), score.label(), score.index());
    }

    private static String ranked(Score score) {
        return "  " + score.label() + " (" + score.index() + ")";
    }

    private static List<Map<String, Object>> withoutProbabilities(List<Score> scores) {
        return scores.stream()
                .map(score -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("index", score.index());
                    json.put("label", score.label());
                    return json;
                })
                .toList();
    }

    private static Map<String, Object> json(Path image, Network network, List<?> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("image", image.toString());
        if (!network.weights().isLearned()) {
            json.put("weights", NetworkJson.weights(network.weights()));
        }
        json.put("top", scores);
        return json;
    }
}
