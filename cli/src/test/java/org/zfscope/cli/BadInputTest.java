package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** What a user sees when something is wrong: one clear line, the right exit code, no output file. */
class BadInputTest {

    static Stream<Arguments> badFiles() {
        return Stream.of(
                picture("missing.jpg", folder -> folder.resolve("missing.jpg"), "missing.jpg"),
                picture("empty.jpg", folder -> file(folder, "empty.jpg", new byte[0]), "empty.jpg"),
                picture("text.png", folder -> file(folder, "text.png", ascii("this is text")), "text.png"),
                picture("truncated.jpg", folder -> half(folder, "data/pictures/dog.jpg"), "half.bin"),
                picture("huge.png", BadInputTest::hugePng, "huge.png"),
                picture("a folder", folder -> folder, ""),
                picture("wrong.npy", BadInputTest::smallNpy, "small.npy"),
                model("missing.onnx", folder -> folder.resolve("missing.onnx"), "missing.onnx"),
                model("empty.onnx", folder -> file(folder, "empty.onnx", new byte[0]), "empty.onnx"),
                model("text.onnx", folder -> file(folder, "text.onnx", ascii("this is text")), "text.onnx"),
                model("truncated.onnx", folder -> half(folder, "golden/squeezenet-1.1/model.onnx"), "half.bin"),
                model(
                        "truncated.zip",
                        folder -> half(folder, "data/weights/dl4j-lenet-mnist/mnist-model.zip"),
                        "half.bin"),
                model("empty zip", folder -> zip(folder, "readme.txt", ascii("no model")), "model.zip"),
                model("zip bomb", folder -> zip(folder, "configuration.json", new byte[200 << 20]), "model.zip"),
                model(
                        "java objects",
                        folder -> zip(folder, "preprocessor.bin", new byte[] {(byte) 0xAC, (byte) 0xED, 0, 5}),
                        "model.zip"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFiles")
    void badFilesGetOneLineThatNamesThem(
            String name, Function<Path, List<Object>> command, String named, @TempDir Path folder) {
        Path output = folder.resolve("out").resolve("p.png");
        List<Object> arguments = new ArrayList<>(command.apply(folder));
        arguments.addAll(List.of("--unit", "conv1:0", "-o", output));

        Cli run = Cli.run(arguments.toArray());

        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).startsWith("zfscope: ").contains(named).doesNotContain("internal error");
        assertThat(output).doesNotExist();
        assertThat(output.getParent()).doesNotExist();
    }

    static Stream<Arguments> badWords() {
        return Stream.of(
                Arguments.of(1, "fire5/concat", List.of("--unit", "fire5/conct:3")),
                Arguments.of(1, "0 to 255", List.of("--unit", "fire5/concat:256")),
                Arguments.of(1, "28 rows", List.of("--unit", "fire5/concat:0@90,3")),
                Arguments.of(1, "channels", List.of("--unit", "conv1:0", "--channels", "grey")),
                Arguments.of(2, "not an address", List.of("--unit", "fire5/concat")),
                Arguments.of(2, "--unit", List.of()),
                Arguments.of(2, "--rule", List.of("--unit", "conv1:0", "--rule", "magic")),
                Arguments.of(2, "--gain", List.of("--unit", "conv1:0", "--gain", "-1", "-o", "p.png")),
                Arguments.of(2, "--mean", List.of("--unit", "conv1:0", "--mean", "1,2")),
                Arguments.of(2, ".npy or .binaryproto", List.of("--unit", "conv1:0", "--mean", "mean.txt")),
                Arguments.of(2, "--nonsense", List.of("--unit", "conv1:0", "--nonsense")));
    }

    @ParameterizedTest
    @MethodSource("badWords")
    void wrongWordsGetOneLineAndTheRightCode(int code, String said, List<String> words) {
        List<Object> arguments = new ArrayList<>(List.of("project", squeezeNet(), dog()));
        arguments.addAll(words);

        Cli run = Cli.run(arguments.toArray());

        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.err().strip().lines()).hasSize(1);
        assertThat(run.err()).contains(said).doesNotContain("internal error");
    }

    @Test
    void unknownCommandsAreWrongUsage() {
        assertThat(Cli.run("projekt").code()).isEqualTo(2);
    }

    @Test
    void aPictureThatZfscopeDidNotWriteHasNothingToShow() {
        Cli run = Cli.run("show", dog());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("dog.jpg");
    }

    private static Arguments picture(String name, Function<Path, Path> make, String named) {
        Function<Path, List<Object>> command = folder -> List.of("project", squeezeNet(), make.apply(folder));
        return Arguments.of(name, command, named);
    }

    private static Arguments model(String name, Function<Path, Path> make, String named) {
        Function<Path, List<Object>> command = folder -> List.of("project", make.apply(folder), dog());
        return Arguments.of(name, command, named);
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Path file(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path half(Path folder, String shared) {
        try {
            byte[] all = Files.readAllBytes(SharedData.require(shared));
            return file(folder, "half.bin", Arrays.copyOf(all, all.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zip(Path folder, String entry, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(folder, "model.zip", bytes.toByteArray());
    }

    /** A header that promises 60,000 x 60,000 pixels, and nothing after it. */
    private static Path hugePng(Path folder) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put(ascii("IHDR")).putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put(header.array()).putInt((int) crc.getValue());
        return file(folder, "huge.png", png.array());
    }

    private static Path smallNpy(Path folder) {
        Path npy = folder.resolve("small.npy");
        NpyFiles.write(npy, Tensor.zeros(new Shape(3, 8, 8)));
        return npy;
    }
}
