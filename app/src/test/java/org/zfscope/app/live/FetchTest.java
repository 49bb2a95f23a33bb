package org.zfscope.app.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.app.task.Ticket;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.InputException;

/** What links lead to, from a server on this machine that says the truth, lies, or says nothing. */
@Timeout(60)
class FetchTest {

    private static final Fetch SHORT = new Fetch(1_000_000, Duration.ofSeconds(3), Duration.ofMillis(700));

    private final WebServer server = new WebServer();
    private final byte[] dog = Files.readAllBytes(SharedData.require("data/pictures/dog.jpg"));
    private final Told ticket = new Told();

    FetchTest() throws Exception {}

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpeg", "text/html", "application/octet-stream", "image/png; charset=utf-8", ""})
    void aPictureIsOneWhateverTheServerCallsIt(String type) throws Exception {
        server.serve("/pictures/my%20dog.jpg", type, dog);
        server.serve("/pictures/", type, dog);

        Found.Picture found = picture("/pictures/my%20dog.jpg?size=large");

        assertThat(found.file()).hasBinaryContent(dog);
        assertThat(found.name()).isEqualTo("my dog.jpg");
        assertThat(found.address()).contains(server.address("/pictures/my%20dog.jpg?size=large"));
    }

    @Test
    void howFarItIsIsTold() {
        server.serve("/dog.jpg", "image/jpeg", repeated(dog, 4));

        picture("/dog.jpg");

        assertThat(ticket.done).isSorted().hasSizeGreaterThan(1);
        assertThat(ticket.total).isEqualTo(4 * dog.length / 1000);
    }

    @Test
    void photographsThatCarryPreviewsArePictures() {
        server.serve("/photo.jpg", "image/jpeg", repeated(dog, 3));

        assertThat(picture("/photo.jpg").file()).hasBinaryContent(repeated(dog, 3));
    }

    @Test
    void redirectsAreFollowedToThePicture() {
        server.serve("/dog.jpg", "image/jpeg", dog);
        server.redirect("/one", "/two");
        server.redirect("/two", server.address("/dog.jpg"));

        assertThat(picture("/one").file()).hasBinaryContent(dog);
    }

    @Test
    void redirectsInACircleEnd() {
        server.redirect("/a", "/b");
        server.redirect("/b", "/a");

        assertRefused("/a", "sends from one address to the next");
        assertThat(server.asked()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/x-mixed-replace; boundary=frame", "Multipart/X-Mixed-Replace", "video/x-motion-jpeg"})
    void aStreamIsOneWhereTheServerSaysSo(String type) {
        server.pour("/video", type, InputStream::nullInputStream);

        assertThat(get("/video")).isInstanceOf(Found.Stream.class);
        assertThat(get("/video").address()).contains(server.address("/video"));
    }

    @Test
    void aStreamIsOneByItsBytes() {
        byte[] part = "--frame\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(UTF_8);
        server.pour(
                "/parts",
                "",
                () -> new SequenceInputStream(new ByteArrayInputStream(part), new ByteArrayInputStream(dog)));
        server.pour("/bare", "image/jpeg", () -> new ByteArrayInputStream(repeated(dog, 10)));
        server.serve("/film.avi", "", "RIFF1234AVI LIST".getBytes(UTF_8));

        assertThat(get("/parts")).isInstanceOf(Found.Stream.class);
        assertThat(get("/bare")).isInstanceOf(Found.Stream.class);
        assertThat(get("/film.avi")).isInstanceOf(Found.Stream.class);
    }

    @Test
    void whatIsNeitherIsSaidSo() {
        server.serve("/page", "image/jpeg", "<!DOCTYPE html><p>Your picture".getBytes(UTF_8));
        server.serve("/svg", "image/svg+xml", "<svg/>".getBytes(UTF_8));
        server.serve("/empty", "image/png", new byte[0]);

        assertRefused("/page", "is a web page, not a picture");
        assertRefused("/svg", "the server says image/svg+xml");
        assertRefused("/empty", "answered with nothing");
        assertRefused("/nosuch", "answered 404");
    }

    @Test
    void serversThatSayNothingAreGivenUp() {
        server.keepSilent("/silent");
        server.pour("/stall", "image/jpeg", () -> new ByteArrayInputStream(dog, 0, 20_000));

        assertRefused("/silent", "nothing came for");
        assertRefused("/stall", "nothing came for");
    }

    @Test
    void answersWithoutEndAreCutOff() {
        server.pour(
                "/png", "image/png", () -> new SequenceInputStream(new ByteArrayInputStream(png()), new Endless(0)));
        server.pour(
                "/slow", "image/png", () -> new SequenceInputStream(new ByteArrayInputStream(png()), new Endless(20)));

        assertRefused("/png", "has more than 1 MB");
        assertRefused("/slow", "did not come within 3 s");
    }

    @Test
    void lengthsThatAreLiesDoNoHarm() {
        server.answer("/huge", "image/jpeg", 1L << 40, () -> new ByteArrayInputStream(dog));
        server.answer("/short", "image/jpeg", 2L * dog.length, () -> new ByteArrayInputStream(dog));
        server.serve("/cut", "image/jpeg", Arrays.copyOf(dog, dog.length / 2));

        assertRefused("/huge", "has more than 1 MB");
        assertRefused("/short", "broke off");
        assertThat(picture("/cut").file()).hasSize(dog.length / 2);
    }

    @Test
    void aFetchThatWaitsCanBeCancelled() {
        server.keepSilent("/silent");
        Fetch patient = new Fetch(1_000_000, Duration.ofMinutes(5), Duration.ofMinutes(5));
        ticket.cancelAfter = Duration.ofMillis(300);
        long start = System.nanoTime();

        assertThatThrownBy(() -> patient.get(server.address("/silent"), ticket))
                .isInstanceOf(CancellationException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void theNextLinkIsTriedWhereOneLeadsToNothing() {
        server.serve("/page", "text/html", "<html>".getBytes(UTF_8));
        server.serve("/dog.jpg", "image/jpeg", dog);
        List<String> links = List.of(server.address("/page"), server.address("/dog.jpg"));

        assertThat(SHORT.first(links, ticket)).isInstanceOf(Found.Picture.class);
        assertThatThrownBy(() -> SHORT.first(List.of(server.address("/page"), server.address("/nosuch")), ticket))
                .hasMessageContaining("is a web page");
    }

    @Test
    void pagesHoldPicturesInsideTheirText() {
        String link = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(dog);

        assertThat(((Found.Picture) SHORT.get(link, ticket)).file()).hasBinaryContent(dog);
        assertThatThrownBy(() -> SHORT.get("data:image/jpeg;base64,%%%", ticket))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no picture");
    }

    private Found get(String path) {
        return SHORT.get(server.address(path), ticket);
    }

    private Found.Picture picture(String path) {
        return (Found.Picture) get(path);
    }

    private void assertRefused(String path, String why) {
        assertThatThrownBy(() -> get(path))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(server.address(path))
                .hasMessageContaining(why);
    }

    private static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    }

    private static byte[] repeated(byte[] bytes, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    /** Zeros for ever, or a thousand at a time. */
    private static final class Endless extends InputStream {
        private final int pause;

        Endless(int pause) {
            this.pause = pause;
        }

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(pause);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return pause == 0 ? length : Math.min(length, 1000);
        }
    }

    private static final class Told implements Ticket {
        private final long start = System.nanoTime();
        private final List<Long> done = new ArrayList<>();
        private long total;
        private Duration cancelAfter = Duration.ofDays(1);

        @Override
        public void check() {
            if (System.nanoTime() - start > cancelAfter.toNanos()) {
                throw new CancellationException();
            }
        }

        @Override
        public void hand(Runnable change) {
            change.run();
        }

        @Override
        public void report(long now, long of) {
            done.add(now);
            total = of;
        }
    }
}
