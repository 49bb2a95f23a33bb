package org.zfscope.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

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
            Train.class,
            Evolve.class,
            ChartCommand.class,
            Show.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
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
                .setExecutionExceptionHandler((e, line, result) -> zfscope.fail(e, err))
                .setParameterExceptionHandler((e, given) -> wrongUsage(e, err));
        return commandLine.execute(arguments);
    }

    private int fail(Exception failure, PrintWriter err) {
        if (failure instanceof TypeConversionException) {
            return wrongUsage(failure, err);
        }
        err.println("zfscope: " + Failures.line(failure));
        if (debug) {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int wrongUsage(Exception failure, PrintWriter err) {
        err.println("zfscope: " + Failures.oneLine(failure.getMessage()) + " (--help explains)");
        return CommandLine.ExitCode.USAGE;
    }
}
