package org.zfscope.cli;

import java.util.stream.Collectors;
import org.zfscope.models.Network;
import org.zfscope.models.Program;
import org.zfscope.viz.render.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** What every picture that a command writes says of where it comes from. */
final class Origin {

    private Origin() {}

    /** Version and command line. */
    static Provenance of(CommandSpec spec) {
        return Provenance.of(Program.version()).with("command", commandLine(spec));
    }

    /** Version, command line, model and preprocessing. */
    static Provenance of(CommandSpec spec, ModelOptions model, Network network) {
        Provenance origin = of(spec);
        origin = origin.withModel(model.source(), network.weights());
        return origin.with("preprocessing", network.preprocessing().toString());
    }

    private static String commandLine(CommandSpec spec) {
        return "zfscope "
                + spec.root().commandLine().getParseResult().originalArgs().stream()
                        .map(Origin::quoted)
                        .collect(Collectors.joining(" "));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./:@,=+*-]+") && !argument.contains("*")
                ? argument
                : "'" + argument.replace("'", "'\\''") + "'";
    }
}
