package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.zfscope.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a network into a file of zfscope's own. */
@Command(name = "import", description = "${bundle:cli.import-command.about}")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions model;

    @Option(names = "-o", required = true, paramLabel = "MODEL.zip", descriptionKey = "cli.import-command.o")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ModelSource source = model.source();
        Optional<Path> file = source.file();
        if (file.isPresent() && Files.exists(output) && Files.isSameFile(file.get(), output)) {
            throw InputException.in(output, say("cli.import-command.same-file"));
        }
        try (Network network = model.open()) {
            ModelFile.write(output, network, new ModelFile.Origin(source.shortName(), file.map(Sha256::of)));
            spec.commandLine()
                    .getOut()
                    .println(say(
                            "cli.import-command.done",
                            output,
                            network.title(),
                            network.nodes().size(),
                            network.preprocessing().inWords()));
        }
        return 0;
    }
}
