package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.zfscope.models.Implementations;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.viz.ReceptiveField;
import org.zfscope.viz.exhibit.Answer;
import org.zfscope.viz.exhibit.Diagnosis;
import org.zfscope.viz.exhibit.Lab;
import org.zfscope.viz.exhibit.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints a network's layers. */
@Command(name = "describe", description = "${bundle:cli.describe-command.about}")
final class DescribeCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Option(names = "--diagnose", descriptionKey = "cli.describe-command.diagnose")
    private boolean diagnose;

    @Option(names = "--image", paramLabel = "IMAGE", descriptionKey = "cli.describe-command.image")
    private Optional<Path> image;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Network network = model.open();
        Map<String, Object> described = NetworkJson.of(network);
        if (!json) {
            print(network, out);
        }
        if (model.saysEngine()) {
            describeEngine(network, described, out);
        }
        if (diagnose) {
            Answer diagnosis = diagnosis(network);
            described.put("diagnosis", diagnosis.json());
            if (!json) {
                out.println(diagnosis.text());
            }
        }
        if (json) {
            out.println(Json.of(described));
        }
        return 0;
    }

    private void describeEngine(Network network, Map<String, Object> described, PrintWriter out) {
        Map<String, List<String>> implementations = Implementations.of(network);
        Map<String, Object> engine = new LinkedHashMap<>();
        engine.put("name", network.engine().name());
        engine.put("layers", implementations);
        described.put("engine", engine);
        if (!json) {
            out.println(say("cli.describe-command.computed", network.engine().name()));
            int width = nameWidth(network);
            implementations.forEach((layer, names) -> out.println(Columns.left(layer, width)
                    + "  "
                    + (names.isEmpty() ? say("cli.describe-command.layer-below") : String.join(", ", names))));
        }
    }

    private Answer diagnosis(Network network) {
        try (Lab lab = new Lab(source -> network.shared(), Lab.Capacity.ONE)) {
            return new Diagnosis(new Subject(model.source(), image, 0))
                    .answer(lab, new ConsoleProgress(spec.commandLine().getErr(), "diagnose"));
        }
    }

    private static void print(Network network, PrintWriter out) {
        out.println(say(
                "cli.describe-command.input-layers-parameters",
                network.name(),
                network.input(),
                guess(network.inputSource()),
                network.nodes().size(),
                String.format(Locale.ROOT, "%,d", network.parameters()),
                classes(network)));
        network.weights().warning().ifPresent(warning -> out.println(say("cli.describe-command.weights", warning)));
        network.leftOut()
                .ifPresent(part -> out.println(say("cli.describe-command.left-out", part.inWords(), part.operator())));
        if (network.outputs().size() > 1) {
            out.println(say("cli.describe-command.outputs", outputs(network)));
        }
        out.println(say("cli.describe-command.pictures", network.preprocessing().inWords()));
        int width = nameWidth(network);
        out.println(row(
                width,
                say("cli.describe-command.head-layer"),
                say("cli.describe-command.head-kind"),
                say("cli.describe-command.head-output"),
                say("cli.describe-command.head-parameters"),
                say("cli.describe-command.receptive-field-size-stride")));
        for (Node node : network.nodes()) {
            out.println(row(
                    width,
                    node.name(),
                    node.layer().kind(),
                    network.shape(node.name()),
                    String.format(Locale.ROOT, "%,d", node.layer().parameters()),
                    text(ReceptiveField.of(network, node.name()))));
        }
    }

    private static String row(int width, String layer, String kind, Object output, String parameters, String field) {
        return String.join(
                "  ",
                Columns.left(layer, width),
                Columns.left(kind, 20),
                Columns.left(output, 16),
                Columns.right(parameters, 12),
                field);
    }

    private static int nameWidth(Network network) {
        return Math.max(
                5,
                network.nodes().stream().mapToInt(n -> n.name().length()).max().orElse(0));
    }

    private static String classes(Network network) {
        if (network.labels().isEmpty()) {
            return say("cli.describe-command.class-names");
        }
        return say(
                "cli.describe-command.class-names-2",
                network.labels().size(),
                guess(network.classNames().source()));
    }

    private static String guess(Source source) {
        return source == Source.GUESS ? " (" + source.explanation() + ")" : "";
    }

    private static String outputs(Network network) {
        return network.outputs().stream()
                .map(o -> say("cli.describe-command.layer", o.name(), o.layer(), network.shape(o.layer())))
                .collect(Collectors.joining("; "));
    }

    private static String text(ReceptiveField field) {
        String vertical = text(field.vertical());
        String horizontal = text(field.horizontal());
        return vertical.equals(horizontal) ? vertical : say("cli.describe-command.by", vertical, horizontal);
    }

    private static String text(ReceptiveField.Span axis) {
        return axis.size() + " / " + axis.stride() + " / " + axis.offset();
    }
}
