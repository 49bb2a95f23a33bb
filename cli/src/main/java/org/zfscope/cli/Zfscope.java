package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.zfscope.models.io.InputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: all commands, and what happens when one fails. */
@Command(
        name = "zfscope",
        description = "${bundle:cli.zfscope.about}",
        subcommands = {
            DescribeCommand.class,
            ClassifyCommand.class,
            MapsCommand.class,
            HistogramCommand.class,
            FiltersCommand.class,
            OccludeCommand.class,
            InvarianceCommand.class,
            ExplainCommand.class,
            MaximizeCommand.class,
            CorrespondCommand.class,
            ProbeCommand.class,
            AttributeCommand.class,
            ProjectCommand.class,
            FigureCommand.class,
            ReportCommand.class,
            Top9Command.class,
            Top9MergeCommand.class,
            TransferCommand.class,
            TrainCommand.class,
            AblateCommand.class,
            EvolveCommand.class,
            ChartCommand.class,
            ShowCommand.class,
            ModelsCommand.class,
            ImportCommand.class,
            CommandLine.HelpCommand.class
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND")
public final class Zfscope {

    @Option(names = "--debug", scope = ScopeType.INHERIT, descriptionKey = "cli.zfscope.debug")
    private boolean debug;

    /** What a program ends with whose reader is gone: 128 + SIGPIPE, as the system has it. */
    private static final int READER_GONE = 141;

    /**
     * Runs one command.
     *
     * @return the exit code: 0 done, 1 the work failed, 2 wrong usage
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Interrupt.watch();
        Zfscope zfscope = new Zfscope();
        CommandLine commandLine = Descriptions.into(new CommandLine(zfscope))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(Zfscope::execute)
                .setExecutionExceptionHandler((e, line, result) -> zfscope.fail(e, err))
                .setParameterExceptionHandler((e, given) -> wrongUsage(e, err));
        try {
            int code = commandLine.execute(joined(arguments));
            return code == 0 && out.checkError()
                    ? zfscope.fail(new InputException(say("cli.zfscope.output-cannot-written")), err)
                    : code;
        } catch (RuntimeException | Error e) {
            return zfscope.fail(e, err);
        }
    }

    /** Whether a word names a command. */
    public static boolean isCommand(String word) {
        return new CommandLine(new Zfscope()).getSubcommands().containsKey(word);
    }

    /** Looks at all that was given before it runs anything; picocli lets everything pass beside --help. */
    private static int execute(ParseResult given) {
        for (ParseResult level = given; level != null; level = level.subcommand()) {
            if (!level.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(level.commandSpec().commandLine(), level.unmatched());
            }
            Ranges.check(level);
            Endings.check(level);
        }
        try {
            return new CommandLine.RunLast().execute(given);
        } catch (StandardOutput.Failure e) {
            // of help, which picocli prints itself
            throw new ExecutionException(given.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
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

    private int fail(Throwable failure, PrintWriter err) {
        if (failure instanceof TypeConversionException) {
            return wrongUsage(failure, err);
        }
        if (StandardOutput.isReaderGone(failure)) {
            return READER_GONE;
        }
        if (Interrupt.came()) {
            return CommandLine.ExitCode.SOFTWARE;
        }
        err.println(say("cli.zfscope.zfscope", Failures.line(failure)));
        if (debug) {
            failure.printStackTrace(err);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int wrongUsage(Throwable failure, PrintWriter err) {
        err.println(say(
                "cli.zfscope.zfscope-help-explains",
                Failures.oneLine(WrongUsage.said(String.valueOf(failure.getMessage())))));
        return CommandLine.ExitCode.USAGE;
    }
}
