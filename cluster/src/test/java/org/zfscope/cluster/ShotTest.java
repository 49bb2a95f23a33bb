package org.zfscope.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.analysis.Dataset;

class ShotTest {

    @ParameterizedTest
    @ValueSource(strings = {"../out.png", "/abs.png", "a/../../out.png", "a/../b.png", "a//b.png", "", "."})
    void pathsThatLeadElsewhereAreRefused(String path, @TempDir Path folder) {
        Path inner = folder.resolve("inner");
        assertThatThrownBy(() -> shot(path).unpack(inner))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("not below the folder");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "n01/b c.png", "..a/...png"})
    void othersLieWhereTheySay(String path, @TempDir Path folder) {
        shot(path).unpack(folder);
        assertThat(folder.resolve(path)).hasBinaryContent(new byte[] {1});
    }

    private static Shot shot(String path) {
        return new Shot(Dataset.Item.at(path), new byte[] {1});
    }
}
