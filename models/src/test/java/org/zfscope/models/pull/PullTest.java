package org.zfscope.models.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Progress;
import org.zfscope.models.io.Claim;
import org.zfscope.models.io.InputException;

/** What comes of it when servers say the truth, lie, break off, or say nothing. */
@Timeout(60)
class PullTest {

    private static final byte[] FILE = random(1, 3_000_000);
    private static final int HALF = FILE.length / 2;

    private static final Patience SHORT = new Patience(Duration.ofMillis(700), Duration.ofMillis(5), 4, () -> {});

    private final Path folder;
    private Optional<FileServer> server = Optional.empty();

    PullTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] random(long seed, int bytes) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    @AfterEach
    void close() {
        server.ifPresent(FileServer::close);
    }

    private FileServer serve(FileServer.Behaviour behaviour) throws IOException {
        FileServer made = new FileServer(FILE, behaviour);
        server = Optional.of(made);
        return made;
    }

    private static String adler(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return Long.toString(sum.getValue());
    }

    private static Offer offer(URI... urls) {
        return new Offer(
                "net",
                "model.bin",
                "a net",
                "here",
                "MIT",
                List.of(urls),
                Optional.empty(),
                4_000_000,
                Map.of(Sum.ADLER32, adler(FILE)),
                Optional.of("{\"name\": \"net\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private Cache cache() {
        return new Cache(folder);
    }

    private Pull pull() {
        return new Pull(cache(), ProxySelector.of(null), SHORT);
    }

    private Path fetch(FileServer from) {
        return fetch(offer(from.address()), Progress.SILENT);
    }

    private Path fetch(Offer offer, Progress progress) {
        return pull().fetch(offer, progress, () -> {});
    }

    /** Takes the first half, then changes its mind. */
    private void begin(Offer offer) {
        assertThatThrownBy(() -> fetch(offer, (done, total) -> {
                    if (done >= HALF) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(cache().whole(offer)).isEmpty();
        assertThat(Cache.size(folder.resolve("models/net/model.bin.part"))).isGreaterThan(0);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("models/net"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private void refused(Offer offer, String... why) {
        assertThatThrownBy(() -> fetch(offer, Progress.SILENT))
                .isInstanceOf(InputException.class)
                .message()
                .contains(why)
                .hasLineCount(1);
        assertThat(cache().whole(offer)).isEmpty();
        assertThat(cache().file(offer)).doesNotExist();
    }

    @Test
    void theFileComesWholeWithItsCardAndIsKnownByItsSha() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        Path file = fetch(good);
        assertThat(file).hasBinaryContent(FILE);
        assertThat(left()).containsExactly("model.bin", "model.bin.zfscope.json", "pulled.json");
        assertThat(cache().whole(offer(good.address()))).contains(file);
        assertThat(cache().pulled(offer(good.address())).orElseThrow().sha256()).isEqualTo(Sum.SHA256.of(file));
        fetch(good);
        assertThat(good.asked()).hasSize(1);
    }

    @Test
    void whatWasCancelledIsGoneOnWith() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        begin(offer(good.address()));
        long there = Cache.size(folder.resolve("models/net/model.bin.part"));
        assertThat(fetch(good)).hasBinaryContent(FILE);
        assertThat(good.asked()).containsExactly("all", "bytes=" + there + "-");
    }

    @Test
    void whatBreaksOffIsGoneOnWithAtOnce() throws IOException {
        FileServer breaking = serve((exchange, before) -> server.orElseThrow().cut(exchange, PullTest::half));
        assertThatThrownBy(() -> fetch(breaking))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("goes on from there");
        assertThat(breaking.asked().subList(0, 3)).containsExactly("all", "bytes=1500000-", "bytes=2250000-");
        assertThat(cache().file(offer())).doesNotExist();
    }

    @Test
    void aServerThatStallsIsLeftAndAskedAgain() throws IOException {
        FileServer stalling = serve((exchange, before) -> {
            if (before > 0) {
                server.orElseThrow().good(exchange);
            } else {
                server.orElseThrow().cut(exchange, PullTest::half);
                server.orElseThrow().stall();
            }
        });
        assertThat(fetch(stalling)).hasBinaryContent(FILE);
        assertThat(stalling.asked()).containsExactly("all", "bytes=" + HALF + "-");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        FileServer silent = serve((exchange, before) -> server.orElseThrow().stall());
        refused(offer(silent.address()), "nothing came for", "--file");
    }

    @Test
    void aServerThatIgnoresRangesSendsItAllAgain() throws IOException {
        FileServer ignoring = serve((exchange, before) -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            FileServer.plain(exchange, FILE.length, FILE);
        });
        begin(offer(ignoring.address()));
        assertThat(fetch(ignoring)).hasBinaryContent(FILE);
    }

    @Test
    void partsOfTwoFilesAreNeverJoined() throws IOException {
        FileServer changing = serve((exchange, before) -> server.orElseThrow().good(exchange));
        changing.content = random(2, FILE.length);
        begin(offer(changing.address()));
        changing.content = FILE;
        changing.tag = "\"two\"";
        assertThat(fetch(changing)).hasBinaryContent(FILE);
    }

    @Test
    void aRestThatIsNotTheRestIsNotTaken() throws IOException {
        FileServer wrong = serve((exchange, before) -> {
            if (exchange.getRequestHeaders().containsKey("Range")) {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-" + (FILE.length - 1) + "/" + FILE.length);
                exchange.sendResponseHeaders(206, FILE.length);
                exchange.getResponseBody().write(FILE);
            } else {
                server.orElseThrow().good(exchange);
            }
        });
        begin(offer(wrong.address()));
        assertThat(fetch(wrong)).hasBinaryContent(FILE);
    }

    @Test
    void damagedAndOtherFilesAreRefusedAndNothingStays() throws IOException {
        byte[] damaged = FILE.clone();
        damaged[HALF]++;
        FileServer bad = serve((exchange, before) -> FileServer.plain(exchange, damaged.length, damaged));
        refused(offer(bad.address()), "Adler-32", adler(FILE), adler(damaged), "nothing of it was kept");
        assertThat(left()).isEmpty();
    }

    @Test
    void anErrorPageWithCode200IsCalledOneAndCostsNothing() throws IOException {
        FileServer login = serve((exchange, before) -> {
            if (before == 0) {
                server.orElseThrow().good(exchange);
            } else {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                FileServer.plain(exchange, 20, "<html>log in</html>\n".getBytes(StandardCharsets.UTF_8));
            }
        });
        begin(offer(login.address()));
        long there = Cache.size(folder.resolve("models/net/model.bin.part"));
        refused(offer(login.address()), "web page");
        assertThat(Cache.size(folder.resolve("models/net/model.bin.part"))).isEqualTo(there);
    }

    @Test
    void aPageThatIsCalledAFileIsFoundOutToo() throws IOException {
        byte[] page = "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8);
        FileServer bad = serve((exchange, before) -> FileServer.plain(exchange, page.length, page));
        refused(offer(bad.address()), "web page");
    }

    @Test
    void liesAboutSizesAreFoundOut() throws IOException {
        FileServer more = serve((exchange, before) -> FileServer.plain(exchange, 5_000_000, FILE));
        refused(offer(more.address()), "5000000 bytes", "4000000");
        more.close();
        FileServer endless = serve((exchange, before) -> {
            exchange.sendResponseHeaders(200, 0); // without a length
            while (true) {
                exchange.getResponseBody().write(FILE);
            }
        });
        refused(offer(endless.address()), "more than the 4000000 bytes");
        endless.close();
        FileServer less = serve((exchange, before) -> FileServer.plain(exchange, FILE.length + 1, FILE));
        refused(offer(less.address()), "model.bin");
    }

    @Test
    void aFileOfAnotherSizeThanOfferedIsRefusedBeforeItComes() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        Offer o = offer(good.address());
        Offer exact = new Offer(
                o.name(),
                o.file(),
                o.about(),
                o.source(),
                o.licence(),
                o.urls(),
                Optional.of(7L),
                7,
                o.sums(),
                o.card());
        refused(exact, "3000000 bytes, where 7 are expected");
    }

    @Test
    void redirectsAreFollowedButNotForEver() throws IOException {
        FileServer good =
                new FileServer(FILE, (exchange, before) -> server.orElseThrow().good(exchange));
        try (good) {
            FileServer sending = serve((exchange, before) ->
                    FileServer.redirect(exchange, good.address().toString()));
            server = Optional.of(good);
            assertThat(fetch(sending)).hasBinaryContent(FILE);
            sending.close();
        }
        FileServer circle = serve((exchange, before) -> FileServer.redirect(exchange, "/again"));
        assertThatThrownBy(() ->
                        Answer.of(java.net.http.HttpClient.newHttpClient(), circle.address(), Optional.empty(), SHORT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("more than 5 times");
        assertThat(circle.asked()).hasSize(6);
    }

    @Test
    void redirectsToFilesOfThisMachineAreNotFollowed() throws IOException {
        FileServer sending = serve((exchange, before) -> FileServer.redirect(exchange, "file:///etc/passwd"));
        refused(offer(sending.address()), "file:///etc/passwd", "http or https expected");
    }

    @Test
    void httpsIsNeverLeft() {
        URI secure = URI.create("https://a.example/model.bin");
        assertThatThrownBy(() -> Answer.reachable(secure, URI.create("http://a.example/model.bin")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("from https to http://a.example");
        assertThat(Answer.reachable(secure, URI.create("https://b.example/"))).hasHost("b.example");
    }

    @Test
    void codesAreSaid() throws IOException {
        FileServer missing = serve((exchange, before) -> exchange.sendResponseHeaders(404, -1));
        refused(offer(missing.address()), "404", "--file");
    }

    @Test
    void whereOneAddressFailsTheNextIsTried() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        URI nobody = URI.create("http://127.0.0.1:1/model.bin");
        assertThat(fetch(offer(nobody, good.address()), Progress.SILENT)).hasBinaryContent(FILE);
    }

    @Test
    void aProxyIsAsked() throws IOException {
        FileServer proxy = serve((exchange, before) -> server.orElseThrow().good(exchange));
        Offer far = offer(URI.create("http://models.example/model.bin"));
        Map<String, String> environment = Map.of("http_proxy", "http://127.0.0.1:" + proxy.port());
        Pull behind = new Pull(cache(), new Proxies(environment, Optional.empty()), SHORT);
        assertThat(behind.fetch(far, Progress.SILENT, () -> {})).hasBinaryContent(FILE);
    }

    @Test
    void aFileBroughtByHandIsVerifiedToo(@TempDir Path elsewhere) throws IOException {
        Path good = Files.write(elsewhere.resolve("by-hand.zip"), FILE);
        assertThat(pull().install(offer(), good)).hasBinaryContent(FILE);
        assertThat(good).exists();
        Path bad = Files.write(elsewhere.resolve("bad.zip"), random(3, 100));
        Cache other = new Cache(elsewhere.resolve("cache"));
        assertThatThrownBy(() -> new Pull(other, ProxySelector.of(null), SHORT).install(offer(), bad))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("bad.zip");
        assertThat(other.whole(offer())).isEmpty();
    }

    @Test
    void whatWasShortenedSinceIsFetchedAgainAndMustBeWhatItWas() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        Path file = fetch(good);
        Files.write(file, half(FILE));
        assertThat(cache().whole(offer())).isEmpty();
        assertThat(fetch(good)).hasBinaryContent(FILE);
        byte[] twin = twin();
        Files.write(file, half(FILE));
        good.content = twin;
        assertThatThrownBy(() -> fetch(good))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("SHA-256")
                .hasMessageContaining("fetch again");
    }

    /** Another file of the same Adler-32, which anybody can make: the sum of bytes and of sums stays. */
    private static byte[] twin() {
        byte[] twin = FILE.clone();
        for (int i = 0; ; i++) {
            if ((twin[i] & 0xFF) < 255 && (twin[i + 1] & 0xFF) > 1 && (twin[i + 2] & 0xFF) < 255) {
                twin[i]++;
                twin[i + 1] = (byte) (twin[i + 1] - 2);
                twin[i + 2]++;
                assertThat(adler(twin)).isEqualTo(adler(FILE));
                return twin;
            }
        }
    }

    @Test
    void oneAtATime() throws IOException {
        FileServer good = serve((exchange, before) -> server.orElseThrow().good(exchange));
        try (Claim other = Claim.on(cache().file(offer()))) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> fetch(good))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("being written");
        }
        assertThat(fetch(good)).hasBinaryContent(FILE);
    }
}
