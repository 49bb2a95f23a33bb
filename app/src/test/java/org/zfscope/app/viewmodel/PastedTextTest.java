package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;

class PastedTextTest {

    @Test
    void pathsQuotedPathsAndAddressesNameFiles(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("two words.png"));

        assertThat(PastedText.files(file + "\n'" + file + "'\r\n" + file.toUri() + "\n"))
                .containsExactly(file, file, file);
    }

    @Test
    void otherTextIsRefusedInOneShortLine() {
        assertThatThrownBy(() -> PastedText.files("a poem\u0000" + "!".repeat(500)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("names no file")
                .hasMessageContaining("a poem")
                .message()
                .hasSizeLessThan(250);
    }
}
