package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.zfscope.models.words.MainSources.Said;
import org.zfscope.models.words.MainSources.Sentence;

/**
 * What a module promises of its words. Each module extends it, so that what is wrong shows where it was written. One
 * instance a class: the sources are parsed once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WordsContract {

    /** What is the same in every language: arguments, options, variables. */
    private static final Pattern KEPT =
            Pattern.compile("\\{\\d}|\\$\\{[^}]+}|--[a-z0-9-]+|ZFSCOPE_[A-Z]+=?\\w*|https?_proxy|^ +");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern ENGLISH_WORD = Pattern.compile("\\p{Alpha}{2}");

    private final String module;
    private final Map<String, String> code;
    private final Set<String> names;
    private final MainSources sources = new MainSources(Path.of("src/main/java"));

    /**
     * @param module the first part of its keys
     * @param code what looks like a sentence and is none, with the reason; each may be a part of it only
     * @param names what is called the same in Chinese
     */
    protected WordsContract(String module, Map<String, String> code, String... names) {
        this.module = module;
        this.code = code;
        this.names = Set.of(names);
    }

    @Test
    void sentencesStandInTheBundleAndNotInTheCode() {
        assertThat(sources.sentences())
                .as("move these into words.properties and say() them, or add to this test why nobody reads them")
                .filteredOn(sentence -> code.keySet().stream().noneMatch(sentence.text()::contains))
                .isEmpty();
    }

    @Test
    void whatIsNoSentenceIsStillThere() {
        assertThat(code.keySet()).allSatisfy(part -> assertThat(sources.sentences())
                .extracting(Sentence::text)
                .anySatisfy(text -> assertThat(text).contains(part)));
    }

    @Test
    void everyKeyInTheCodeHasASentence() {
        assertThat(sources.keys())
                .allSatisfy(key -> assertThat(Words.bundle(first(key.name())).containsKey(key.name()))
                        .as("%s, at %s", key.name(), key.where())
                        .isTrue());
    }

    /** The second of two would silently take the place of the first. */
    @Test
    void everyKeyStandsOnce() throws IOException {
        assertThat(keys("words.properties"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sentences().keySet());
    }

    @Test
    void everySentenceIsSaid() {
        Set<String> said = sources.keys().stream().map(Said::name).collect(Collectors.toSet());
        assertThat(said).containsAll(sentences().keySet());
    }

    @Test
    void everySentenceGetsTheArgumentsThatItNames() {
        Map<String, String> sentences = sentences();
        for (Said key : sources.keys()) {
            if (key.arguments() > 0 && sentences.containsKey(key.name())) {
                assertThat(places(sentences.get(key.name())))
                        .as("%s, at %s", key.name(), key.where())
                        .containsExactlyElementsOf(IntStream.range(0, key.arguments())
                                .mapToObj(i -> "{" + i + "}")
                                .toList());
            }
        }
    }

    @Test
    void sentencesWithoutArgumentsNameNone() {
        Map<String, String> sentences = sentences();
        for (Said key : sources.keys()) {
            if (key.arguments() == 0 && sentences.containsKey(key.name())) {
                assertThat(places(sentences.get(key.name()))).as(key.name()).isEmpty();
            }
        }
    }

    /** A key that only one of them has is missing or unused in the other. */
    @Test
    void everySentenceIsSaidInChineseToo() throws IOException {
        assertThat(keys("words_zh.properties"))
                .as("translate what is missing into words_zh.properties, and take out what is not in words.properties")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(keys("words.properties"));
    }

    @Test
    void chineseKeepsArgumentsAndOptions() {
        Map<String, String> chinese = chinese();
        sentences()
                .forEach((key, sentence) ->
                        assertThat(kept(chinese.getOrDefault(key, ""))).as(key).isEqualTo(kept(sentence)));
    }

    @Test
    void chineseIsChineseButForNames() {
        Map<String, String> english = sentences();
        assertThat(chinese().entrySet().stream()
                        .filter(sentence ->
                                !CHINESE.matcher(sentence.getValue()).find())
                        .filter(sentence -> ENGLISH_WORD
                                .matcher(KEPT.matcher(String.valueOf(english.get(sentence.getKey())))
                                        .replaceAll(""))
                                .find())
                        .map(Map.Entry::getKey))
                .as("translate these, or name them in this test")
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private static List<String> kept(String sentence) {
        return KEPT.matcher(sentence)
                .results()
                .map(MatchResult::group)
                .distinct()
                .sorted()
                .toList();
    }

    private Map<String, String> chinese() {
        Words.speak(Locale.SIMPLIFIED_CHINESE);
        try {
            return sentences();
        } finally {
            Words.speak(Locale.ENGLISH);
        }
    }

    private List<String> keys(String file) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/org/zfscope", module, file))) {
            return lines.filter(line -> line.startsWith(module + "."))
                    .map(line -> line.replaceFirst("[ =].*", ""))
                    .toList();
        }
    }

    /** The places for arguments, each once, in the order of their numbers. */
    private static List<String> places(String pattern) {
        MessageFormat format = new MessageFormat(pattern.replace("'", "''"));
        int most = format.getFormatsByArgumentIndex().length;
        Object[] numbers =
                IntStream.range(0, most).mapToObj(i -> "\1" + i + "\2").toArray();
        String text = format.format(numbers);
        return IntStream.range(0, most)
                .filter(i -> text.contains("\1" + i + "\2"))
                .mapToObj(i -> "{" + i + "}")
                .toList();
    }

    private Map<String, String> sentences() {
        Map<String, String> all = new TreeMap<>();
        for (String key : new TreeSet<>(Words.bundle(module).keySet())) {
            all.put(key, Words.bundle(module).getString(key));
        }
        return all;
    }

    private static String first(String key) {
        return key.substring(0, key.indexOf('.'));
    }
}
