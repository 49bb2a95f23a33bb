package org.zfscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
@Command(name = "classify", description = "Prints the likeliest classes of pictures.")
final class ClassifyCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Pictures, or network inputs as .npy.")
    private List<Path> images;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5", description = "How many classes: ${DEFAULT-VALUE}.")
    @Range(min = 1, max = 1_000_000)
    private int top;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Network network = model.open();
        Progress progress = new ConsoleProgress(spec.commandLine().getErr(), "classify");
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            List<Score> scores = classify(network, images.get(i));
            if (json) {
                all.add(json(images.get(i), scores));
            } else {
                print(images.get(i), scores, out);
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

    private static void print(Path image, List<Score> scores, PrintWriter out) {
        out.println(image);
        for (Score score : scores) {
            out.printf("  %6.2f %%  %s (%d)%n", 100 * score.probability(), score.label(), score.index());
        }
    }

    private static Map<String, Object> json(Path image, List<Score> scores) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("image", image.toString());
        json.put("top", scores);
        return json;
    }
}
