package org.zfscope.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.zfscope.viz.render.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints where a picture comes from. */
@Command(name = "show", description = "${bundle:cli.show-command.about}")
final class ShowCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "cli.show-command.png")
    private Path png;

    @Option(names = "--json", descriptionKey = "cli.any.print-json")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Provenance provenance = Provenance.read(png);
        spec.commandLine().getOut().println(json ? Json.of(provenance.entries()) : provenance.toText());
        return 0;
    }
}
