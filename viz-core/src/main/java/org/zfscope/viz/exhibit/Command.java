package org.zfscope.viz.exhibit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line of this program.
 *
 * @param words without the program's own name, unquoted
 */
public record Command(List<String> words) {

    public Command {
        words = List.copyOf(words);
    }

    public static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** With one more option at its end. */
    public Command with(String option, String value) {
        List<String> all = new ArrayList<>(words);
        all.add(option);
        all.add(value);
        return new Command(all);
    }

    /** With one more option that takes no value. */
    Command with(String flag) {
        return new Command(Stream.concat(words.stream(), Stream.of(flag)).toList());
    }

    /** With one more option, unless that has its usual value anyway. */
    <T> Command with(String option, T value, T usual) {
        return value.equals(usual) ? this : with(option, word(value));
    }

    private static String word(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        return value instanceof Enum<?> choice ? word(choice) : value.toString();
    }

    /** A number as short as it can be written. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** A choice as options, provenances and JSON name it. */
    public static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** As a shell takes it. */
    public String text() {
        return "zfscope " + words.stream().map(Command::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:@,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
