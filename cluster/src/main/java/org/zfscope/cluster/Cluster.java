package org.zfscope.cluster;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.zfscope.models.io.InputException;
import org.zfscope.models.words.Words;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code spark-submit} starts. */
@Command(
        name = "zfscope-cluster",
        description = "${bundle:cluster.cluster.about}",
        subcommands = {Top9Command.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Cluster {

    /** Ends with 0 if done, 1 if the work failed, 2 after wrong usage. */
    public static void main(String[] args) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(err, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static int run(PrintWriter err, String... args) {
        return new CommandLine(new Cluster())
                .setResourceBundle(Words.bundle("cluster"))
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, given) -> {
                    if (!(e instanceof InputException)) {
                        throw e;
                    }
                    err.println(Words.say("cluster.cluster.failed", e.getMessage()));
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }
}
