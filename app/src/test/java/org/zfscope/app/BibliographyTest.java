package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BibliographyTest {

    private static final Path ROOT = Path.of("..");
    private static final Path BIBLIOGRAPHY = ROOT.resolve("docs").resolve("bibliography.md");
    private static final Pattern CITATION = Pattern.compile("\\[([A-Z][A-Za-z]+(?:19|20)\\d\\d)\\b[^\\]\n]*]");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\| \\[(\\w+)] \\|");

    @Test
    void everyKeyThatIsCitedIsInTheBibliographyAndEveryEntryIsCited() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (String module : new String[] {"models", "viz-core", "cli", "app"}) {
            try (Stream<Path> files =
                    Files.walk(ROOT.resolve(module).resolve("src").resolve("main"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    cited.addAll(keys(CITATION, Files.readString(file)));
                }
            }
        }

        assertThat(keys(ENTRY, Files.readString(BIBLIOGRAPHY))).isEqualTo(cited);
    }

    private static Set<String> keys(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
