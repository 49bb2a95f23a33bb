package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zfscope.viz.index.TopIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins indexes of parts. */
@Command(name = Top9MergeCommand.NAME, hidden = true, description = "${bundle:cli.top9-merge-command.about}")
final class Top9MergeCommand implements Callable<Integer> {

    /** The user writes {@code top9 merge}; picocli would take merge for top9's MODEL. */
    static final String NAME = "top9-merge";

    @Parameters(arity = "2..*", paramLabel = "INDEX.json", descriptionKey = "cli.top9-merge-command.parts")
    private List<Path> parts;

    @Option(names = "-o", required = true, paramLabel = "INDEX.json", descriptionKey = "cli.top9-merge-command.o")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopIndex whole = TopIndex.merged(parts.stream().map(TopIndex::read));
        whole.write(output);
        spec.commandLine()
                .getOut()
                .println(say("cli.top9-merge-command.pictures", whole.tops().done(), output));
        return 0;
    }
}
