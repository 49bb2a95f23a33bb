package org.zfscope.app.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;

/** Live input from a camera's HTTP stream, here a small server's, and from files of frames. */
@Timeout(60)
class StreamTest {

    private final Path folder;
    private final byte[] dog;
    private final byte[] cat;
    private final Workbench bench = new Workbench(new OnTheSpot());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final HttpServer server;
    private long now = 5_000_000_000L;

    StreamTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.dog = Files.readAllBytes(SharedData.require("data/pictures/dog.jpg"));
        this.cat = Files.readAllBytes(SharedData.require("data/pictures/cat.jpg"));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.createContext("/video", exchange -> send(exchange, dog, cat, dog));
        server.createContext("/hangs", exchange -> send(exchange, cat));
        server.createContext("/text", exchange -> {
            exchange.sendResponseHeaders(200, 5);
            exchange.getResponseBody().write("hello".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        closing.countDown();
        bench.close();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Sends frames as cameras do, and then nothing more. */
    private void send(HttpExchange exchange, byte[]... frames) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "multipart/x-mixed-replace; boundary=frame");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (byte[] frame : frames) {
            String head = "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: " + frame.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(frame);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theNewestFrameOfACameraIsShownAndTheOthersAreDropped() throws Exception {
        play("/video");
        TimeUnit.MILLISECONDS.sleep(1500); // all three frames are there before the window looks

        until(() -> shown().isPresent());
        now += 2_000_000_000L;
        bench.live().tick(now);

        assertThat(Files.readAllBytes(shown().orElseThrow())).isEqualTo(dog);
        assertThat(bench.live().rate().get()).endsWith("2 dropped");
        assertThat(bench.inspector().results().seen().get().file()).isEqualTo(shown());
    }

    @Test
    void aFrozenFrameStaysAndSoDoesOneOfAStreamThatHangs() throws Exception {
        play("/hangs");
        until(() -> shown().isPresent());
        Path first = shown().orElseThrow();
        bench.live().frozen().set(true);
        bench.live().tick(now + 1);
        bench.live().frozen().set(false);
        long before = System.nanoTime();

        bench.live().tick(now + 2);

        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - before)).isLessThan(5);
        assertThat(shown()).contains(first);
        assertThat(bench.live().on().get()).isTrue();
    }

    @Test
    void whatIsNoStreamIsSaidInOneLine() throws Exception {
        bench.live().play(address("/text"));
        until(() -> bench.inspector().message().get().isPresent());
        assertThat(message()).contains("/text: the stream has ended");
        assertThat(bench.live().on().get()).isFalse();

        play("/text");
        assertThat(message()).contains("/text: is neither a picture that can be read nor a stream");

        play("/nothing");
        until(() -> bench.inspector().message().get().isPresent());
        assertThat(message()).contains("/nothing: the server answered 404");
    }

    @Test
    void noServerIsSaidInOneLine() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);

        bench.opening().openText("http://127.0.0.1:" + port + "/video");
        assertThat(message())
                .contains("cannot be fetched: no server answers there")
                .contains("try again");

        bench.live().play("http://127.0.0.1:" + port + "/video");
        until(() -> bench.inspector().message().get().isPresent());

        assertThat(message())
                .contains("cannot be read: no server answers there")
                .contains("tries again");
    }

    @Test
    void aFileOfFramesIsPlayedOverAndOver() throws Exception {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.write("RIFF of an AVI file, for all that is known".getBytes(StandardCharsets.US_ASCII));
        frames.write(dog);
        frames.write(cat);
        Path file = Files.write(folder.resolve("film.avi"), frames.toByteArray());

        bench.opening().open(List.of(file));
        until(() -> is(dog));
        until(() -> is(cat));
        until(() -> is(dog));

        bench.opening().open(List.of(SharedData.require("data/pictures/chelsea.jpg")));
        assertThat(bench.live().on().get()).isFalse();
    }

    @Test
    void aFileWithoutFramesIsSaidInOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("film.mjpeg"), "no frames");

        bench.opening().open(List.of(file));
        until(() -> bench.inspector().message().get().isPresent());

        assertThat(message()).contains("film.mjpeg").contains("holds no JPEG frames");
    }

    private void play(String path) {
        bench.opening().openText(address(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private boolean is(byte[] frame) {
        try {
            return shown().isPresent() && Arrays.equals(Files.readAllBytes(shown().get()), frame);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<Path> shown() {
        return bench.inspector().choices().picture().get();
    }

    private String message() {
        return bench.inspector().message().get().orElseThrow().text();
    }

    /** Lets the window's clock tick until something holds. */
    private void until(BooleanSupplier condition) throws Exception {
        while (!condition.getAsBoolean()) {
            now += 10_000_000L;
            bench.live().tick(now);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
