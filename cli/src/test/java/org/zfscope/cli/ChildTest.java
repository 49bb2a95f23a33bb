package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.SharedData;

/** What only a process of its own shows: signals, its streams, its memory. */
@Timeout(180)
@DisabledOnOs(OS.WINDOWS)
class ChildTest {

    /** Far less than the thirty seconds that were; a busy machine takes longer than the two that are promised. */
    private static final long PATIENCE = 10;

    private static final int PICTURES = 400;

    private final Path folder;
    private final Path pictures;
    private final Path model;

    ChildTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pictures = Files.createDirectories(folder.resolve("pictures"));
        this.model = SharedData.require("golden/squeezenet-1.1/model.onnx");
        Path dog = Files.copy(SharedData.require("data/pictures/dog.jpg"), folder.resolve("dog.jpg"));
        for (int i = 0; i < PICTURES; i++) {
            Files.createSymbolicLink(pictures.resolve(i + ".jpg"), dog);
        }
    }

    /** The command line as a program. */
    static final class Program {
        public static void main(String[] arguments) {
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            System.exit(Zfscope.run(StandardOutput.writer(), err, arguments));
        }
    }

    private ProcessBuilder child(String memory, Object... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile());
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsAScanAtOnceAndKeepsWhatItFound(String signal) throws IOException, InterruptedException {
        Object[] words = {
            "top9", model, "--images", pictures, "--layer", "conv1", "--units", "0", "-o", folder.resolve("o")
        };
        assertEndsBy(signal, child("2g", words).start());

        assertThat(err()).contains("--resume goes on with");
        assertThat(Files.readString(folder.resolve("o/index.json"))).contains("\"done\":");
        try (Stream<Path> files = Files.list(folder.resolve("o"))) {
            assertThat(files).containsExactly(folder.resolve("o/index.json"));
        }
    }

    @Test
    void aSignalEndsOtherWorkAtOnce() throws IOException, InterruptedException {
        List<Object> classify = new ArrayList<>(List.of("classify", model));
        for (int i = 0; i < PICTURES; i++) {
            classify.add(pictures.resolve(i + ".jpg"));
        }
        assertEndsBy("TERM", child("2g", classify.toArray()).start());
        Object[] project = {
            "project", model, pictures.resolve("0.jpg"), "--unit", "fire9/concat:*", "-o", folder.resolve("p.png")
        };
        assertEndsBy("TERM", child("2g", project).start());
        assertThat(folder.resolve("p.png")).doesNotExist();
    }

    private void assertEndsBy(String signal, Process child) throws IOException, InterruptedException {
        try {
            Assumptions.assumeFalse(signal.equals("INT") && isInterruptIgnored());
            while (!err().contains(" a second")) {
                assertThat(child.isAlive()).as(err()).isTrue();
                Thread.sleep(20);
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start();
            assertThat(child.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isEqualTo(signal.equals("INT") ? 130 : 143);
            assertThat(err()).doesNotContain("zfscope: ");
        } finally {
            child.destroyForcibly();
        }
    }

    /** As in what a shell starts in the background; Java leaves it so. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(mask.substring(7).strip(), 16) & 2) != 0;
    }

    @Test
    void outputThatDoesNotGetOutIsAFailure() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        for (String word : List.of("--help", "chart")) {
            ProcessBuilder child =
                    child("1g", word).redirectOutput(Path.of("/dev/full").toFile());
            assertThat(code(child)).isEqualTo(1);
            assertThat(err().lines()).hasSize(1).first().asString().contains("standard output cannot be written");
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFailure() throws IOException, InterruptedException {
        Process child = child("1g", "chart").redirectOutput(Redirect.PIPE).start();
        child.getInputStream().close();
        assertThat(child.waitFor()).isEqualTo(141);
        assertThat(err()).isEmpty();
    }

    @Test
    void errorsThatNobodyReadsStayErrors() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")));
        ProcessBuilder child = child("1g", "describe", "missing")
                .redirectError(Path.of("/dev/full").toFile());
        assertThat(code(child)).isEqualTo(1);
    }

    @Test
    void tooLittleMemoryIsOneLineAndNoPictureIsSkippedForIt() throws IOException, InterruptedException {
        Path few = Files.createDirectories(folder.resolve("few"));
        Files.copy(folder.resolve("dog.jpg"), few.resolve("dog.jpg"));
        writeBlack(few.resolve("large.png"), 10_000);
        Object[] words = {"top9", model, "--images", few, "--layer", "conv1", "-o", folder.resolve("o")};
        assertThat(code(child("400m", words))).as(err()).isEqualTo(1);
        assertThat(err().lines()).hasSize(1);
        assertThat(err())
                .startsWith("zfscope: " + few.resolve("large.png"))
                .contains("needs more memory than there is")
                .contains("ZFSCOPE_MEMORY");
        assertThat(folder.resolve("o/index.json")).doesNotExist();
    }

    private static int code(ProcessBuilder command) throws IOException, InterruptedException {
        Process child = command.start();
        try {
            assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
            return child.exitValue();
        } finally {
            child.destroyForcibly();
        }
    }

    /** A square PNG of one grey channel: small, but no longer once it is decoded. */
    private static void writeBlack(Path file, int side) throws IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(rows)) {
            for (int y = 0; y < side; y++) {
                deflater.write(new byte[1 + side]);
            }
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {8, 0, 0, 0, 0});
        try (DataOutputStream png = new DataOutputStream(Files.newOutputStream(file))) {
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            chunk(png, "IHDR", header.array());
            chunk(png, "IDAT", rows.toByteArray());
            chunk(png, "IEND", new byte[0]);
        }
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) checksum.getValue());
    }
}
