package org.zfscope.models.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zfscope.models.words.MainSources.Said;
import org.zfscope.models.words.MainSources.Sentence;

/** What a module promises of its words. Each module extends it, so that what is wrong shows where it was written. */
public abstract class WordsContract {

    private final String module;
    private final Map<String, String> code;
    private final MainSources sources = new MainSources(Path.of("src/main/java"));

    /**
     * @param module the first part of its keys
     * @param code what looks like a sentence and is none, with the reason; each may be a part of it only
     */
    protected WordsContract(String module, Map<String, String> code) {
        this.module = module;
        this.code = code;
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
        Path file = Path.of("src/main/resources/org/zfscope", module, "words.properties");
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines.filter(line -> line.startsWith(module + ".")).map(line -> line.replaceFirst("[ =].*", "")))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(sentences().keySet());
        }
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
