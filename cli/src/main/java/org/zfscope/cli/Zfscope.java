package org.zfscope.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: all commands, and what happens when one fails. */
@Command(
        name = "zfscope",
        description = "Shows what a convolutional network sees. Without a command it opens the window.",
        subcommands = {
            Describe.class,
            Classify.class,
            MapsCommand.class,
            Filters.class,
            Project.class,
            Show.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = "%nExit codes: 0 done, 1 the work failed, 2 wrong usage.")
public final class Zfscope {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace when something fails.")
    private boolean debug;

    /**
     * Runs one command.
     *
     * @return the exit code: 0 done, 1 the work failed, 2 wrong usage
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Zfscope zfscope = new Zfscope();
        CommandLine commandLine = new CommandLine(zfscope)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, result) -> {
                    err.println("zfscope: " + Failures.line(e));
                    if (zfscope.debug) {
                        e.printStackTrace(err);
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .setParameterExceptionHandler((e, given) -> {
                    err.println("zfscope: " + Failures.oneLine(e.getMessage()) + " (zfscope help "
                            + e.getCommandLine().getCommandName() + " explains)");
                    return CommandLine.ExitCode.USAGE;
                });
        return commandLine.execute(arguments);
    }
}
