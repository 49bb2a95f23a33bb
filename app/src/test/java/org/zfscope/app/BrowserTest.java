package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.live.WebServer;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.models.Program;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** Images as browsers hand them over, really dragged from another process or pasted from its clipboard. */
@Tag("window")
@Timeout(180)
class BrowserTest {

    /** More than JavaFX takes over of what is dragged on Linux. */
    private static final int LARGE = 600;

    private final Path folder;
    private final WebServer server = new WebServer();
    private final Path dog = SharedData.require("data/pictures/dog.jpg");
    private Screen screen;
    private Inspector inspector;

    BrowserTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
    }

    @BeforeEach
    void open() throws Exception {
        server.serve("/dog.jpg", "image/jpeg", Files.readAllBytes(dog));
        server.keepSilent("/silent.jpg");
        screen = new Screen(900, 700, 260, 0);
        inspector = screen.bench().inspector();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
        server.close();
    }

    @Test
    void addressHtmlAndPixelsGiveThePixels() throws Exception {
        Path shapes = png(Chart.SHAPES.draw(128));

        drag("address=" + server.address("/silent.jpg"), html("/silent.jpg"), "image/png=" + shapes);

        assertThat(ImageFiles.read(next("dropped.png")).pixels())
                .isEqualTo(ImageFiles.read(shapes).pixels());
        assertThat(server.asked()).isZero();
    }

    @Test
    void pixelsAloneAreTaken() throws Exception {
        Path shapes = png(Chart.SHAPES.draw(128));

        drag("image/png=" + shapes);

        assertThat(ImageFiles.read(next("dropped.png")).pixels())
                .isEqualTo(ImageFiles.read(shapes).pixels());
    }

    @Test
    void theAddressIsFetchedWhereLargePixelsAreLost() throws Exception {
        drag("address=" + server.address("/dog.jpg"), html("/dog.jpg"), "image/png=" + png(noise()));

        assertThat(next("dog.jpg")).hasBinaryContent(Files.readAllBytes(dog));
        assertThat(screen.bench().live().on().get()).isFalse();
    }

    @Test
    void largePixelsAloneAreSaidToBeLost() throws Exception {
        drag("image/png=" + png(noise()));

        screen.await("a message", () -> inspector.message().get().isPresent());
        assertThat(inspector.message().get().orElseThrow().text()).contains("only in part");
    }

    @Test
    void htmlAloneLeadsToItsImage() throws Exception {
        drag(html("/dog.jpg"));

        assertThat(next("dog.jpg")).hasBinaryContent(Files.readAllBytes(dog));
    }

    @Test
    void aPathIsDroppedAsText() throws Exception {
        drag("text=" + dog);

        assertThat(next("dog.jpg")).isEqualTo(dog);
    }

    @Test
    void aPastedImageOfASilentServerKeepsNobodyWaiting() throws Exception {
        try (OtherProgram other = new OtherProgram("page", "clipboard", html("/silent.jpg"))) {
            assertThat(other.says()).isEqualTo("ready");
            screen.press(KeyCode.CONTROL, KeyCode.V);
            screen.await("the fetch", () -> !screen.bench().jobs().running().isEmpty());
            long start = System.nanoTime();

            screen.press(KeyCode.H);
            screen.press(KeyCode.H);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(2000);

            screen.clickText("Cancel");
            screen.await(
                    "the end of the fetch",
                    () -> screen.bench().jobs().running().isEmpty());
            assertThat(inspector.message().get()).isEmpty();
        }
    }

    @Test
    void largePixelsArePasted() throws Exception {
        Path noise = png(noise());
        try (OtherProgram other = new OtherProgram("page", "clipboard", html("/silent.jpg"), "image/png=" + noise)) {
            assertThat(other.says()).isEqualTo("ready");

            screen.press(KeyCode.CONTROL, KeyCode.V);

            assertThat(ImageFiles.read(next("pasted.png")).pixels())
                    .isEqualTo(ImageFiles.read(noise).pixels());
        }
    }

    private void drag(String... forms) throws Exception {
        List<String> words = new ArrayList<>(List.of("page", "drag"));
        words.addAll(List.of(forms));
        try (OtherProgram other = new OtherProgram(words.toArray(String[]::new))) {
            assertThat(other.says()).isEqualTo("ready");
            OtherProgram.drag(100, 50, 660, 400);
            TimeUnit.SECONDS.sleep(1); // what is dropped is asked for only then
        }
    }

    private String html(String path) {
        return "html=<a href='https://example.org'><img src=\"" + server.address(path) + "\"></a>";
    }

    private Path png(RgbImage picture) {
        Path file = folder.resolve("picture.png");
        Png.write(file, picture, Provenance.of(Program.version()));
        return file;
    }

    /** A picture that cannot be packed. */
    private static RgbImage noise() {
        return new RgbImage(
                LARGE,
                LARGE,
                new Random(1).ints((long) LARGE * LARGE, 0, 1 << 24).toArray());
    }

    private Path next(String name) throws Exception {
        screen.await("the picture " + name, () -> inspector
                .results()
                .seen()
                .get()
                .file()
                .filter(file -> file.endsWith(name))
                .isPresent());
        return inspector.results().seen().get().file().orElseThrow();
    }
}
