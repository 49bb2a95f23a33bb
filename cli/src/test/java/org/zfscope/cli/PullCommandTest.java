package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.Sha256;
import org.zfscope.models.pull.FileServer;

/** Networks that are fetched, and what their names mean before and after. */
@Timeout(120)
class PullCommandTest {

    private static final int SLICE = 1 << 16;

    private final Path model = SharedData.require("golden/zf-mini/model.onnx");
    private final byte[] content = Files.readAllBytes(model);
    private final Path folder;
    private final Path file;
    private final FileServer server;
    private volatile long pause = 0;

    PullCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("cache/models/zfnet/net.onnx");
        this.server = new FileServer(content, (exchange, before) -> slowly(exchange));
        Path offers = Files.writeString(
                folder.resolve("offers.json"), """
                {"networks": [{"name": "zfnet", "file": "net.onnx", "about": "a small net", "source": "here",
                  "licence": "MIT", "urls": ["%s"], "bytes": %d, "sha256": "%s",
                  "card": {"name": "trained", "preprocessing": {"channels": "rgb"}}}]}
                """.formatted(server.address(), content.length, Sha256.of(model)));
        System.setProperty("zfscope.cache", folder.resolve("cache").toString());
        System.setProperty("zfscope.offers", offers.toString());
    }

    @AfterEach
    void close() {
        server.close();
        System.clearProperty("zfscope.cache");
        System.clearProperty("zfscope.offers");
    }

    private void slowly(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        server.cut(exchange, rest -> {
            long wait = pause;
            for (int at = 0; wait > 0 && at < rest.length; at += SLICE) {
                try {
                    exchange.getResponseBody().write(rest, at, Math.min(SLICE, rest.length - at));
                    exchange.getResponseBody().flush();
                    Thread.sleep(wait);
                } catch (IOException | InterruptedException e) {
                    return new byte[0];
                }
            }
            return wait > 0 ? new byte[0] : rest;
        });
    }

    @Test
    void aNameMeansRandomWeightsUntilTrainedOnesWereFetched() {
        assertThat(Cli.run("models").out()).contains("random until fetched", "a small net; from here; licence MIT");
        Cli before = Cli.run("describe", "zfnet");
        assertThat(before.out()).contains("weights: random weights (seed 1)", "1000 class names");
        assertThat(before.err()).contains("zfscope models pull zfnet fetches trained ones");

        Cli pull = Cli.run("models", "pull", "zfnet");
        assertThat(pull.code()).as(pull.err()).isZero();
        assertThat(pull.out()).contains(file.toString(), "licence MIT");

        Cli after = Cli.run("describe", "zfnet");
        assertThat(after.out()).startsWith("trained: ").doesNotContain("random").contains("RGB", "the model's card");
        assertThat(after.err()).isEmpty();
        Cli random = Cli.run("describe", "random:zfnet");
        assertThat(random.out()).isEqualTo(before.out());
        assertThat(random.err()).isEmpty();
        assertThat(Cli.run("models").out()).contains("trained, fetched");
        assertThat(Cli.run("models", "--json").out()).contains("\"weights\" : \"fetched\"", Sha256.of(model));
        assertThat(Cli.run("models", "pull", "zfnet").out()).contains("is there already");
    }

    @Test
    void aFileBroughtByHandNeedsNoServer() {
        server.close();
        Cli pull = Cli.run("models", "pull", "zfnet", "--file", model);
        assertThat(pull.code()).as(pull.err()).isZero();
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void anotherFileIsRefused() {
        Cli pull = Cli.run("models", "pull", "zfnet", "--file", SharedData.require("golden/dag-mini/model.onnx"));
        assertThat(pull.code()).isEqualTo(1);
        assertThat(pull.err()).hasLineCount(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotOfferedIsSaid() {
        Cli pull = Cli.run("models", "pull", "vgg17");
        assertThat(pull.code()).isEqualTo(1);
        assertThat(pull.err()).contains("vgg17", "there are zfnet").hasLineCount(1);
    }

    /** The rest is fetched, not all of it again. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "INT"})
    @DisabledOnOs(OS.WINDOWS)
    void aPullThatIsKilledGoesOn(String signal) throws IOException, InterruptedException {
        pause = 100;
        Process child = child();
        try {
            Path part = file.resolveSibling("net.onnx.part");
            while (!(Files.exists(part) && Files.size(part) > SLICE)) {
                assertThat(child.isAlive()).as(err()).isTrue();
                Thread.sleep(10);
            }
            new ProcessBuilder("kill", "-" + signal, Long.toString(child.pid())).start();
            assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
            if (signal.equals("INT") && child.exitValue() == 130) {
                assertThat(err()).contains("the same command goes on from there");
            }
            assertThat(file).doesNotExist();
            pause = 0;
            Cli rest = Cli.run("models", "pull", "zfnet");
            assertThat(rest.code()).as(rest.err()).isZero();
            assertThat(file).hasBinaryContent(content);
            assertThat(server.asked()).hasSize(2);
            assertThat(server.asked().get(1)).startsWith("bytes=");
            try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
                assertThat(files.map(f -> f.getFileName().toString()))
                        .containsExactlyInAnyOrder("net.onnx", "net.onnx.zfscope.json", "pulled.json");
            }
        } finally {
            child.destroyForcibly();
        }
    }

    private Process child() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx200m"));
        for (String property : List.of("zfscope.cache", "zfscope.offers")) {
            command.add("-D" + property + "=" + System.getProperty(property));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildTest.Program.class.getName()));
        command.addAll(Arrays.asList("models", "pull", "zfnet"));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }
}
