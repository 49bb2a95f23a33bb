package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Sees to it that files to be written are called what they are: an option that takes {@code FILE.png} takes no other ending. */
final class Endings {

    private static final Pattern FILE = Pattern.compile("FILE(\\.\\w+)");

    private Endings() {}

    static void check(ParseResult given) {
        for (OptionSpec option : given.matchedOptions()) {
            Matcher label = FILE.matcher(option.paramLabel());
            if (label.matches()) {
                check(given, option, label.group(1));
            }
        }
    }

    private static void check(ParseResult given, OptionSpec option, String ending) {
        for (String name : option.originalStringValues()) {
            if (!name.toLowerCase(Locale.ROOT).endsWith(ending)) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        say("cli.endings.expected", option.longestName(), name, ending));
            }
        }
    }
}
