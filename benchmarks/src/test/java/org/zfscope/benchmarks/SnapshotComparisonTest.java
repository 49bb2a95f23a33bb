package org.zfscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

class SnapshotComparisonTest {

    private Path before;
    private Path after;

    @BeforeEach
    void makeFolders(@TempDir Path folder) throws IOException {
        before = Files.createDirectory(folder.resolve("before"));
        after = Files.createDirectory(folder.resolve("after"));
    }

    @Test
    void theVersionThatMadeAPictureIsNoDifference() throws IOException {
        picture(before, 1, "0.1.0");
        picture(after, 1, "0.2.0");

        assertThat(differences()).isEmpty();
        assertThat(comparison().origins(comparison().names()).lines())
                .containsExactly("provenance: version differs in 1 pictures, first in a.png: 0.2.0, was 0.1.0");
    }

    @Test
    void onePixelIsADifference() throws IOException {
        picture(before, 0x010203, "0.1.0");
        picture(after, 0x010703, "0.1.0");

        assertThat(differences())
                .containsExactly("a.png: 1 of 6 pixels differ, by 5 of 255 at most, the first at x 1, y 1");
    }

    @Test
    void numbersDifferByHowMuchTheyDiffer() throws IOException {
        NpyFiles.write(before.resolve("a.npy"), new Tensor(Shape.flat(3), new float[] {1, -8, 3}));
        NpyFiles.write(after.resolve("a.npy"), new Tensor(Shape.flat(3), new float[] {1, -8, 3.5f}));

        assertThat(differences())
                .containsExactly("a.npy: 1 of 3 numbers differ, by 0.500000 at most, the largest is 8.00000");
    }

    @Test
    void textsShowWhereTheyDiffer() throws IOException {
        Files.writeString(before.resolve("a.txt"), "conv1\nrelu1\n");
        Files.writeString(after.resolve("a.txt"), "conv1\nrelu2\nend\n");

        assertThat(differences()).containsExactly("a.txt: line 2: 'conv1 relu2 end ', was 'conv1 relu1 '");
    }

    @Test
    void aFileOnOneSideOnlyIsADifference() throws IOException {
        Files.writeString(before.resolve("both.txt"), "same");
        Files.writeString(after.resolve("both.txt"), "same");
        Files.createDirectory(before.resolve("in"));
        Files.writeString(before.resolve("in/gone.json"), "[]");
        Files.writeString(after.resolve("new.json"), "[]");

        assertThat(differences()).containsExactly("in/gone.json: only in " + before, "new.json: only in " + after);
    }

    @Test
    void anEmptyFolderIsNoSnapshot() {
        assertThatThrownBy(this::differences)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("benchmarks/snapshot");
    }

    private static void picture(Path folder, int pixel, String version) {
        Png.write(
                folder.resolve("a.png"), new RgbImage(2, 3, new int[] {0, 0, 0, pixel, 0, 0}), Provenance.of(version));
    }

    private SnapshotComparison comparison() {
        return new SnapshotComparison(before, after);
    }

    private List<String> differences() throws IOException {
        return comparison().differences(comparison().names());
    }
}
