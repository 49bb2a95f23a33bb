package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** README in both languages has the same commands in the same order; what is said of them is the translator's. */
class ReadmeTest {

    @Test
    void chineseHasTheSameCommands() throws IOException {
        List<String> english = commands("../README.md");
        assertThat(english).contains("./zfscope classify bundled scene.png");
        assertThat(commands("../README.zh.md")).isEqualTo(english);
    }

    @Test
    void theGuidesCommandsAreThoseOfTheReadme() throws IOException {
        assertThat(commands("../README.md")).containsAll(commands("../docs/zh/guide.md"));
    }

    /** The lines of code, without comments and with single spaces. */
    private static List<String> commands(String file) throws IOException {
        List<String> commands = new ArrayList<>();
        boolean code = false;
        for (String line : Files.readAllLines(Path.of(file))) {
            if (line.startsWith("```")) {
                code = !code;
            } else if (code) {
                commands.add(line.replaceFirst("\\s+#.*", "").replaceAll(" +", " "));
            }
        }
        return commands;
    }
}
