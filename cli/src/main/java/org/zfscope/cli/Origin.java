package org.zfscope.cli;

import org.zfscope.models.Program;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.render.Provenance;
import picocli.CommandLine.Model.CommandSpec;

/** What every picture that a command writes says of where it comes from. */
final class Origin {

    private Origin() {}

    /** Version and command line. */
    static Provenance of(CommandSpec spec) {
        return Provenance.of(Program.version()).with("command", command(spec).text());
    }

    /** What the user wrote. */
    static Command command(CommandSpec spec) {
        return new Command(spec.root().commandLine().getParseResult().originalArgs());
    }
}
