package org.zfscope.cli.report;

import static org.zfscope.models.words.Words.say;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zfscope.models.words.Words;
import org.zfscope.viz.render.Provenance;

/** One page of HTML that needs nothing beside it: pictures and style are in it, scripts it has none. */
final class Page {

    private static final Pattern VALUE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final int MANY_LINES = 12;

    private final String title;
    private final String identity;
    private final StringBuilder contents = new StringBuilder();
    private final StringBuilder sections = new StringBuilder();

    Page(String title, String identity) {
        this.title = title;
        this.identity = identity;
    }

    /** One more section, at the end. */
    void add(Section section, String command, Ran ran, List<Path> pictures) {
        Map<String, String> values = Map.of(
                "id", section.name(),
                "title", escaped(section.title()),
                "about", escaped(section.about()),
                "command", escaped(command));
        contents.append(filled("contents.html", values));
        sections.append(filled("section.html", values));
        if (ran.failed()) {
            sections.append(filled("failed.html", Map.of("words", escaped(ran.words()))));
        }
        pictures.forEach(picture -> sections.append(figure(section, picture)));
        if (!ran.failed() && !ran.words().isBlank()) {
            sections.append(words(section, ran.words().strip(), pictures.isEmpty()));
        }
    }

    private String figure(Section section, Path picture) {
        return filled(
                "figure.html",
                Map.of(
                        "address", Pngs.address(picture),
                        "title", escaped(section.title()),
                        "file", escaped(String.valueOf(picture.getFileName())),
                        "origin", escaped(say("cli.page.origin")),
                        "provenance", escaped(Provenance.read(picture).toText())));
    }

    /** Long ones beside pictures are unfolded by who wants them. */
    private static String words(Section section, String words, boolean alone) {
        boolean open = alone || words.lines().count() <= MANY_LINES;
        return filled(
                open ? "words.html" : "folded.html",
                Map.of("words", escaped(words), "numbers", escaped(say("cli.page.numbers", section.title()))));
    }

    String html() {
        return filled(
                "page.html",
                Map.of(
                        "language", Words.language().toLanguageTag(),
                        "style", resource("style.css"),
                        "title", escaped(title),
                        "identity", escaped(identity),
                        "contents", contents.toString(),
                        "sections", sections.toString()));
    }

    /** A piece of the page, with values where it has {@code {{name}}}. */
    private static String filled(String piece, Map<String, String> values) {
        String html = resource(piece);
        return VALUE.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)), found.group(1))));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> String.valueOf((char) c);
                })
                .collect(Collectors.joining());
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
