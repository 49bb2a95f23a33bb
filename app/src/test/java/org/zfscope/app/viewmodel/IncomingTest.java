package org.zfscope.app.viewmodel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zfscope.app.live.WebServer;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Provenance;

/** What other programs hand over by drag and clipboard, in one form or several. */
@Timeout(60)
class IncomingTest {

    private final Workbench bench = new Workbench(new OnTheSpot());
    private final WebServer server = new WebServer();
    private final RgbImage shapes = Chart.SHAPES.draw(64);
    private final Path dogFile = SharedData.require("data/pictures/dog.jpg");
    private final byte[] dog = Files.readAllBytes(dogFile);

    IncomingTest() throws Exception {
        server.serve("/dog.jpg", "image/jpeg", dog);
        server.serve("/page", "text/html", "<html>".getBytes(UTF_8));
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
    }

    @Test
    void pixelsComeFirstAndTheAddressIsNotAsked() {
        bench.opening().take(offer(Optional.of(shapes), "/dog.jpg", "<img src='" + server.address("/dog.jpg") + "'>"));

        assertThat(ImageFiles.read(shown()).pixels()).isEqualTo(shapes.pixels());
        assertThat(server.asked()).isZero();
        assertThat(Provenance.read(shown()).entries())
                .containsEntry("source", "drag")
                .containsEntry("address", server.address("/dog.jpg"));
    }

    @Test
    void anAddressIsFetchedAsAPictureAndNotPlayed() {
        bench.opening().take(offer(Optional.empty(), "/dog.jpg", ""));

        assertThat(shown()).hasBinaryContent(dog).hasFileName("dog.jpg");
        assertThat(bench.live().on().get()).isFalse();
        assertThat(bench.opening().recent().of(Recent.Kind.PICTURES)).containsExactly(server.address("/dog.jpg"));
        assertThat(bench.jobs().running()).isEmpty();
    }

    @Test
    void thePagesWordsNameTheImageWhereTheAddressIsWhatAClickWouldOpen() {
        bench.opening().take(offer(Optional.empty(), "/page", "<a href=x><img src='/dog.jpg'></a>"));

        assertThat(shown()).hasBinaryContent(dog);
    }

    @Test
    void theAddressIsTriedWhereThePagesWordsLeadToNothing() {
        bench.opening().take(offer(Optional.empty(), "/dog.jpg", "<img src='/nosuch.jpg'>"));

        assertThat(shown()).hasBinaryContent(dog);
        assertThat(bench.inspector().message().get()).isEmpty();
    }

    @Test
    void whatComesTwiceIsThereOnce() {
        for (int i = 0; i < 2; i++) {
            bench.opening().take(offer(Optional.of(shapes), "", ""));
            bench.opening().take(offer(Optional.empty(), "/dog.jpg", ""));
        }

        assertThat(bench.pictures().all()).hasSize(2);
    }

    @Test
    void filesComeBeforeTheirIconUnlessTheyAreGone() {
        Path gone = Path.of("nosuch", "dog.jpg");

        bench.opening().take(files(List.of(dogFile), Optional.of(shapes)));
        assertThat(shown()).isEqualTo(dogFile);

        bench.opening().take(files(List.of(gone), Optional.of(shapes)));
        assertThat(shown()).hasFileName("pasted.png");

        bench.opening().take(files(List.of(gone), Optional.empty()));
        assertThat(message()).contains("nosuch");
    }

    @Test
    void textIsAPathOrAnAddress() {
        bench.opening().take(text(dogFile + "\n"));
        assertThat(shown()).isEqualTo(dogFile);

        bench.opening().take(text(" " + server.address("/dog.jpg") + "\n"));
        assertThat(shown()).hasBinaryContent(dog).isNotEqualTo(dogFile);

        bench.opening().take(text("a poem"));
        assertThat(message()).contains("a poem", "names no file");
    }

    @Test
    void anAddressThatAnswersWithFramesIsPlayed() {
        server.pour("/video", "multipart/x-mixed-replace; boundary=frame", InputStream::nullInputStream);

        bench.opening().take(offer(Optional.empty(), "/video", ""));

        assertThat(bench.live().on().get()).isTrue();
        assertThat(bench.opening().recent().of(Recent.Kind.PICTURES)).containsExactly(server.address("/video"));

        bench.opening().take(offer(Optional.of(shapes), "", ""));
        assertThat(bench.live().on().get())
                .as("a picture takes the stream's place")
                .isFalse();
    }

    @Test
    void whatLeadsToNoPictureIsSaidInOneLine() {
        bench.opening().take(offer(Optional.empty(), "/page", ""));
        assertThat(message()).contains("/page: is a web page, not a picture");

        bench.opening()
                .take(new Offer(
                        Offer.Way.DROPPED,
                        List.of(),
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(message()).contains("came only in part").contains("save it");
        assertThat(bench.inspector().choices().picture().get()).isEmpty();
    }

    private Offer offer(Optional<RgbImage> pixels, String path, String html) {
        return new Offer(
                Offer.Way.DROPPED,
                List.of(),
                pixels,
                false,
                Optional.of(path).filter(p -> !p.isEmpty()).map(server::address),
                Optional.of(html).filter(h -> !h.isEmpty()),
                Optional.empty());
    }

    private static Offer files(List<Path> files, Optional<RgbImage> pixels) {
        return new Offer(Offer.Way.PASTED, files, pixels, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Offer text(String text) {
        return new Offer(
                Offer.Way.PASTED,
                List.of(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));
    }

    private Path shown() {
        return bench.inspector().choices().picture().get().orElseThrow();
    }

    private String message() {
        return bench.inspector().message().get().orElseThrow().text();
    }
}
