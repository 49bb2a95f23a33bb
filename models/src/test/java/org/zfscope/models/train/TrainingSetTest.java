package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;

class TrainingSetTest {

    private final Path folder;

    TrainingSetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void classesAreFoldersInTheOrderOfTheirNames() {
        TrainingSet pictures = TrainingSet.read(Synthetic.folder(folder, 3, 1), Synthetic.SIDE);
        assertThat(pictures.classes()).containsExactly("lying", "standing");
        assertThat(pictures.labels()).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(pictures.pixels()).hasSize(6).allMatch(p -> p.length == 3 * Synthetic.SIDE * Synthetic.SIDE);
    }

    @Test
    void picturesOfAnotherSizeAreScaled() {
        TrainingSet pictures = TrainingSet.read(Synthetic.folder(folder, 1, 1), 12);
        assertThat(pictures.pixels()).allMatch(p -> p.length == 3 * 12 * 12);
    }

    @Test
    void aFolderWithoutClassesIsRefused() {
        assertThatThrownBy(() -> TrainingSet.read(folder, 16))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("one folder of pictures for each class");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> TrainingSet.read(folder.resolve("nowhere"), 16))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void anEmptyClassIsNamed() throws IOException {
        Synthetic.folder(folder, 1, 1);
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> TrainingSet.read(folder, 16))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("empty")
                .hasMessageContaining("no pictures");
    }

    @Test
    void aDamagedPictureIsNamed() throws IOException {
        Synthetic.folder(folder, 1, 1);
        Path file = folder.resolve("lying/0.png");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> TrainingSet.read(folder, 16))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("0.png");
    }
}
