package org.zfscope.app.viewmodel;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images that a piece of HTML shows. */
final class ImageSources {

    private static final Pattern IMAGE = Pattern.compile("(?i)<img(?=[\\s/])");
    private static final Pattern BASE = Pattern.compile("(?i)<base(?=[\\s/])");

    /** The next name, and its value in double quotes, in single ones, or in none. */
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\G[\\s/]*+([^\\s=>\"'/]++)(?:\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s>\"']++)))?+");

    /** A letter written as a number. */
    private static final Pattern NUMBER = Pattern.compile("&#(?:(\\d{1,7})|[xX]([0-9a-fA-F]{1,6}));");

    private ImageSources() {}

    /** Their addresses in the page's order; relative ones begin where the page says, or else at {@code address}. */
    static List<String> of(String html, Optional<String> address) {
        Optional<String> base = values(html, BASE, "href").stream().findFirst().or(() -> address);
        return values(html, IMAGE, "src").stream()
                .map(source -> absolute(source, base))
                .toList();
    }

    private static List<String> values(String html, Pattern element, String attribute) {
        List<String> values = new ArrayList<>();
        Matcher begin = element.matcher(html);
        Matcher next = ATTRIBUTE.matcher(html);
        while (begin.find()) {
            next.region(begin.end(), html.length());
            while (next.find()) {
                String value = value(next);
                if (next.group(1).equalsIgnoreCase(attribute) && !value.isEmpty()) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    private static String value(MatchResult attribute) {
        for (int quotes = 2; quotes <= attribute.groupCount(); quotes++) {
            if (attribute.group(quotes) != null) {
                return plain(attribute.group(quotes)).strip();
            }
        }
        return "";
    }

    /** Without the references that stand for letters. */
    private static String plain(String value) {
        String numbers = NUMBER.matcher(value).replaceAll(ImageSources::letter);
        return numbers.replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String letter(MatchResult number) {
        int code = number.group(1) != null ? Integer.parseInt(number.group(1)) : Integer.parseInt(number.group(2), 16);
        return Character.isValidCodePoint(code) ? Matcher.quoteReplacement(Character.toString(code)) : "";
    }

    private static String absolute(String source, Optional<String> base) {
        if (source.regionMatches(true, 0, "data:", 0, 5)) {
            return source;
        }
        try {
            return base.map(b -> URI.create(b.strip())
                            .resolve(source.replace(" ", "%20"))
                            .toString())
                    .orElse(source);
        } catch (IllegalArgumentException e) {
            return source; // it may be whole already
        }
    }
}
