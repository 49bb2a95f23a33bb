package org.zfscope.cli;

import static java.util.regex.Pattern.compile;
import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What picocli finds wrong with what was typed, in the language that is spoken; picocli speaks English only. */
enum WrongUsage {
    UNKNOWN(compile("Unknown options?: (.*)"), "cli.wrong-usage.unknown-option"),
    UNMATCHED(compile("Unmatched arguments? .*?index \\d+: (.*)"), "cli.wrong-usage.unexpected"),
    MISSING_VALUE(compile("Missing required parameter for (.*)"), "cli.wrong-usage.missing-value"),
    NO_VALUE(compile("Expected parameter for (option '.*?').*"), "cli.wrong-usage.missing-value"),
    MISSING(compile("Missing required [a-z ]+: (.*)"), "cli.wrong-usage.missing"),
    ONCE(compile("(option '.*) should be specified only once"), "cli.wrong-usage.once"),
    WHOLE(compile("Invalid value for (.*?): (.*) is not an? (?:int|long)"), "cli.wrong-usage.whole"),
    NUMBER(compile("Invalid value for (.*?): (.*) is not a (?:double|float)"), "cli.wrong-usage.number"),
    ONE_OF(
            compile("Invalid value for (.*?): expected one of (.*) \\(case-.*sensitive\\) but was (.*)"),
            "cli.wrong-usage.one-of"),
    INVALID(compile("Invalid value for (.*?): (.*)"), "cli.wrong-usage.invalid");

    private static final Pattern OPTION = compile("option '([^']+)'(?: \\(.*\\))?");
    private static final Pattern POSITIONAL = compile("positional parameter at index \\S+ \\((.*)\\)");

    private final Pattern picocli;
    private final String key;

    WrongUsage(Pattern picocli, String key) {
        this.picocli = picocli;
        this.key = key;
    }

    /** What is ours, or not known here, is said as it is. */
    static String said(String message) {
        for (WrongUsage form : values()) {
            Matcher found = form.picocli.matcher(message);
            if (found.matches()) {
                return say(form.key, (Object[]) parts(found));
            }
        }
        return message;
    }

    private static String[] parts(Matcher found) {
        String[] parts = new String[found.groupCount()];
        Arrays.setAll(parts, i -> name(found.group(i + 1)));
        return parts;
    }

    private static String name(String part) {
        Matcher option = OPTION.matcher(part);
        Matcher positional = POSITIONAL.matcher(part);
        return option.matches() ? option.group(1) : positional.matches() ? positional.group(1) : part;
    }
}
