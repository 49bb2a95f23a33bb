package org.zfscope.models.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;
import org.zfscope.models.tensor.Shape;

class ModelsTest {

    @Test
    void opensTheZooByName() {
        assertThat(Models.names()).contains("vgg16", "zfnet", "alexnet");
        assertThat(Models.open("alexnet").input()).isEqualTo(new Shape(3, 227, 227));
    }

    @Test
    void opensFilesByWhatIsInThem(@TempDir Path folder) throws IOException {
        Path file = SharedData.require("data/weights/dl4j-lenet-mnist/mnist-model.zip");
        Path disguised = Files.copy(file, folder.resolve("picture.jpg"));
        assertThat(Models.open(disguised.toString()).input()).isEqualTo(new Shape(1, 28, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg17", "", "a\u0000b"})
    void whatIsNeitherIsRefusedWithTheNames(String given) {
        assertThatThrownBy(() -> Models.open(given))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("vgg16, zfnet, alexnet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such/file", "no/such/file.zip", "missing.onnx", "vgg16.zip"})
    void aMissingFileIsCalledMissing(String given) {
        assertThatThrownBy(() -> Models.open(given))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(given)
                .hasMessageContaining("there is no such file");
    }

    @Test
    void aFolderIsCalledAFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> Models.open(folder.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    @Timeout(20)
    @EnabledOnOs(OS.LINUX)
    void nobodyWaitsForAPipe(@TempDir Path folder) throws IOException, InterruptedException {
        Path pipe = folder.resolve("model.onnx");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> Models.open(pipe.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is a pipe");
        Path model = SharedData.require("data/weights/dl4j-lenet-mnist/mnist-model.zip");
        Files.copy(model, folder.resolve("model.zip"));
        Files.move(pipe, folder.resolve("model.zip.zfscope.json"));
        assertThatThrownBy(() -> Models.open(folder.resolve("model.zip").toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("model.zip.zfscope.json: is a pipe");
    }

    @Test
    void filesOfNoKnownFormatAreRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.zip"), "no zip at all");
        assertThatThrownBy(() -> Models.open(file.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("notes.zip")
                .message()
                .hasLineCount(1);
    }
}
