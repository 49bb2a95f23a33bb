package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Sees to it that files to be written are called what they will be, wherever a field has an {@link Ending}. */
final class Endings {

    private Endings() {}

    static void check(ParseResult given) {
        for (OptionSpec option : given.matchedOptions()) {
            if (option.userObject() instanceof AnnotatedElement field && field.isAnnotationPresent(Ending.class)) {
                Ending ending = field.getAnnotation(Ending.class);
                if (!given.hasMatchedOption(ending.unless())) {
                    check(given, option, List.of(ending.value()));
                }
            }
        }
    }

    private static void check(ParseResult given, OptionSpec option, List<String> endings) {
        for (String name : option.originalStringValues()) {
            if (endings.stream().noneMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        say("cli.endings.expected", option.longestName(), name, String.join(", ", endings)));
            }
        }
    }
}
