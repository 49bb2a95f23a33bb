package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Program;

/** The changelog is kept by rule: one heading a version, the newest first, and the first is what this program calls itself. */
class ChangelogTest {

    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final String VERSION = NUMBER + "\\." + NUMBER + "\\." + NUMBER;

    private static List<String> headings() throws IOException {
        return Files.readAllLines(Path.of("..", "CHANGELOG.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    @Test
    void itBeginsWithThisVersion() throws IOException {
        assertThat(headings().get(0)).startsWith(Program.version() + ", ");
    }

    @Test
    void headingsAreVersionsWithTheirDays() throws IOException {
        assertThat(headings()).allMatch(h -> h.matches(VERSION + ", (unreleased|\\d{4}-\\d\\d-\\d\\d)"));
        assertThat(headings().stream().skip(1)).noneMatch(h -> h.endsWith("unreleased"));
    }
}
