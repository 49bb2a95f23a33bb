package org.zfscope.models.load.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.io.InputException;
import org.zfscope.models.open.Models;

/** Formats that are not read get one line with the command that converts them. */
class ForeignLoaderTest {

    /** A version, a graph, what it is about, its list of operators with the first of them. */
    private static final byte[] SAVED_MODEL = bytes("\u0008\u0001\u0012 \n\u001E\u0012\u001C\n\u001A\n\u0005AddV2");

    /** The first node with its name and operator, as TensorFlow 1 and tf2onnx' tests write it. */
    private static final byte[] GRAPH = bytes("\n\u0012\n\u0001x\u0012\u000BPlaceholder*\u0000");

    private static final byte[] CORE_ML = bytes("\u0008\u0004\u0012\u0012\n\u0010\n\u0005image\u001A\u0007");

    @TempDir
    private Path folder;

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void refused(Path given, String... parts) {
        assertThatThrownBy(() -> Models.open(given.toString()))
                .isInstanceOf(InputException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").contains(parts));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void aSavedModelByItsFileOrItsFolder() throws IOException {
        Path file = write("saved_model.pb", SAVED_MODEL);
        refused(file, "a SavedModel of TensorFlow", "python -m tf2onnx.convert --saved-model " + folder + " --output");
        refused(folder, "a SavedModel of TensorFlow");
    }

    @Test
    void aFrozenGraphIsNoNetOfCaffe() throws IOException {
        refused(
                write("it's frozen.pb", GRAPH),
                "a frozen graph of TensorFlow",
                "--graphdef 'it'\\''s frozen.pb' --inputs INPUT:0",
                "--output 'it'\\''s frozen.onnx'");
    }

    @Test
    void tensorFlowLite() throws IOException {
        refused(write("m.tflite", bytes("\u001C\0\0\0TFL3\u0014\0\0\0")), "--tflite m.tflite --output m.onnx");
    }

    @Test
    void coreMlByItsFileOrItsPackage() throws IOException {
        refused(write("m.mlmodel", CORE_ML), "is a Core ML model");
        Path inside = Files.createDirectories(folder.resolve("m.mlpackage/Data/com.apple.CoreML"));
        Files.write(inside.resolve("model.mlmodel"), CORE_ML);
        refused(folder.resolve("m.mlpackage"), "is a Core ML model");
    }

    @Test
    void openVino() throws IOException {
        refused(
                write("m.xml", bytes("<?xml version=\"1.0\"?>\n<net name=\"m\" version=\"11\">\n<layers>\n")),
                "is an OpenVINO network");
    }

    @Test
    void whatIsCutOffIsTakenForNoneOfThem() {
        for (byte[] whole : new byte[][] {SAVED_MODEL, CORE_ML}) {
            for (int length = 0; length < 5; length++) {
                assertThat(Foreign.of(Arrays.copyOf(whole, length))).isEmpty();
            }
        }
    }
}
