package org.zfscope.cli;

import static org.zfscope.models.words.Words.say;

import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Holds the numbers that a command was given to the {@link Range} of their options, before anything is done. */
final class Ranges {

    private Ranges() {}

    static void check(ParseResult given) {
        for (OptionSpec option : given.matchedOptions()) {
            if (option.userObject() instanceof AnnotatedElement field && field.isAnnotationPresent(Range.class)) {
                check(given.commandSpec(), option, field.getAnnotation(Range.class));
            }
        }
    }

    private static void check(CommandSpec command, OptionSpec option, Range range) {
        if (!numbers(option.getValue()).allMatch(number -> holds(range, number.doubleValue()))) {
            throw new ParameterException(
                    command.commandLine(),
                    say(
                            "cli.ranges.expected",
                            option.longestName(),
                            String.join(",", option.originalStringValues()),
                            text(range, isWhole(option))));
        }
    }

    private static Stream<Number> numbers(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(Ranges::numbers);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().flatMap(Ranges::numbers);
        }
        return value instanceof Number number ? Stream.of(number) : Stream.empty();
    }

    /** False for NaN too. */
    static boolean holds(Range range, double number) {
        return number >= range.min()
                && (range.below() ? number < range.max() : number <= range.max())
                && (range.zero() || number != 0);
    }

    private static boolean isWhole(OptionSpec option) {
        return numbers(option.getValue()).allMatch(n -> n instanceof Integer || n instanceof Long);
    }

    private static String text(Range range, boolean whole) {
        return say(
                "cli.ranges.to",
                (whole ? say("cli.ranges.whole-number") : say("cli.ranges.number")) + text(range.min()),
                range.below() ? say("cli.ranges.less") : "",
                text(range.max()),
                range.zero() ? "" : say("cli.ranges.0"));
    }

    private static String text(double end) {
        return end == Math.rint(end) && Math.abs(end) < 1e9
                ? String.format(Locale.ROOT, "%.0f", end)
                : Double.toString(end);
    }
}
