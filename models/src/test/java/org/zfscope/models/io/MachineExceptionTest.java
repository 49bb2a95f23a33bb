package org.zfscope.models.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineExceptionTest {

    @Test
    void aFileWhereAFolderIsWantedIsNamedAsWhatItIs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dog.jpg"), "");

        assertThatThrownBy(() -> Files.createDirectories(file))
                .isInstanceOfSatisfying(
                        IOException.class, e -> assertThat(MachineException.writing(file.resolve("index.json"), e))
                                .hasMessageEndingWith(": cannot be written: there is already a file " + file));
    }
}
