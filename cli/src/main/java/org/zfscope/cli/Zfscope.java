package org.zfscope.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
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
            DescribeCommand.class,
            ClassifyCommand.class,
            MapsCommand.class,
            FiltersCommand.class,
            ProjectCommand.class,
            Top9Command.class,
            Top9MergeCommand.class,
            TrainCommand.class,
            EvolveCommand.class,
            ChartCommand.class,
            ShowCommand.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
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
        CommandLine commandLine = Descriptions.into(new CommandLine(zfscope))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, result) -> zfscope.fail(e, err))
                .setParameterExceptionHandler((e, given) -> wrongUsage(e, err));
        return commandLine.execute(joined(arguments));
    }

    /** {@code top9 merge} is a command of its own. */
    private static String[] joined(String... arguments) {
        List<String> words = List.of(arguments);
        if (words.size() < 2 || !words.subList(0, 2).equals(List.of("top9", "merge"))) {
            return arguments;
        }
        return Stream.concat(Stream.of(Top9MergeCommand.NAME), words.stream().skip(2))
                .toArray(String[]::new);
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
