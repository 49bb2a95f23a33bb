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
@Command(name = "show", description = "Prints the provenance of a picture that zfscope wrote.")
final class ShowCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE.png", description = "A picture that zfscope wrote.")
    private Path png;

    @Option(names = "--json", description = "Print JSON.")
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
