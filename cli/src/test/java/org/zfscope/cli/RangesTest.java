package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** No number gets past its option, in any command. */
class RangesTest {

    private static final Set<Object> NUMBERS = Set.of(
            int.class, long.class, float.class, double.class, Integer.class, Long.class, Float.class, Double.class);

    static Stream<Arguments> numberOptions() {
        return new CommandLine(new Zfscope())
                .getSubcommands().values().stream().flatMap(command -> command.getCommandSpec().options().stream()
                        .filter(option -> isNumber(field(option)))
                        .map(option -> Arguments.of(command, option)));
    }

    private static Field field(OptionSpec option) {
        return (Field) option.userObject();
    }

    private static boolean isNumber(Field field) {
        return NUMBERS.contains(field.getType())
                || (field.getGenericType() instanceof ParameterizedType type
                        && NUMBERS.contains(type.getActualTypeArguments()[0]));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("numberOptions")
    void numbersOutsideTheRangeAreWrongUsage(CommandLine command, OptionSpec option) {
        if (option.longestName().equals("--seed")) {
            return; // any will do
        }
        Range range = field(option).getAnnotation(Range.class);
        assertThat(range)
                .as(command.getCommandName() + " " + option.longestName())
                .isNotNull();
        for (String bad : outside(range)) {
            Cli run =
                    Cli.run(arguments(command, option.longestName() + "=" + bad).toArray());
            assertThat(run.code()).as(run.err()).isEqualTo(2);
            assertThat(run.err().strip().lines()).hasSize(1);
            assertThat(run.err()).contains(option.longestName()).doesNotContain("internal error");
        }
    }

    private static List<String> outside(Range range) {
        List<String> bad = new ArrayList<>(List.of("NaN", "Infinity", "-Infinity", "1e39", "-1e39", "1e400", "x", ""));
        bad.add(Long.toString((long) range.min() - 1));
        bad.add(Long.toString((long) range.max() + 1));
        if (range.below()) {
            bad.add(Double.toString(range.max()));
        }
        if (!range.zero()) {
            bad.add("0");
        }
        return bad;
    }

    /** Enough to satisfy the parser; nothing of it is there. */
    private static List<Object> arguments(CommandLine command, String option) {
        List<Object> words = new ArrayList<>(List.of(command.getCommandName(), option));
        for (OptionSpec other : command.getCommandSpec().requiredArgs().stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .toList()) {
            words.add(other.longestName() + "=missing");
        }
        for (PositionalParamSpec positional : command.getCommandSpec().positionalParameters()) {
            for (int i = 0; i < positional.arity().min(); i++) {
                words.add("missing");
            }
        }
        return words;
    }
}
