package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.models.Program;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** Pictures and files in and out by clipboard and by drag, from and to another process. */
@Tag("window")
@Timeout(120)
class ClipboardTest {

    private final Path folder;
    private final Path shapes;
    private Screen screen;
    private Inspector inspector;

    ClipboardTest(@TempDir Path folder) {
        this.folder = folder;
        this.shapes = folder.resolve("shapes.png");
        Png.write(shapes, Chart.SHAPES.draw(128), Provenance.of(Program.version()));
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1200, 780, 260, 0);
        inspector = screen.bench().inspector();
        screen.open("bundled", FirstPicture.in(folder));
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void aPictureOfAnotherProgramIsPasted() throws Exception {
        try (OtherProgram other = new OtherProgram("image", shapes.toString())) {
            assertThat(other.says()).isEqualTo("ready");

            screen.press(KeyCode.CONTROL, KeyCode.V);

            Path pasted = next("pasted.png");
            assertThat(ImageFiles.read(pasted).pixels())
                    .isEqualTo(ImageFiles.read(shapes).pixels());
        }
    }

    @Test
    void aPathIsPastedAsText() throws Exception {
        try (OtherProgram other = new OtherProgram("text", shapes + "\n")) {
            assertThat(other.says()).isEqualTo("ready");

            screen.clickText("Edit");
            screen.clickText("Paste");

            assertThat(next("shapes.png")).isEqualTo(shapes);
        }
    }

    @Test
    void textThatNamesNoFileIsSaidSo() throws Exception {
        try (OtherProgram other = new OtherProgram("text", "a poem")) {
            assertThat(other.says()).isEqualTo("ready");

            screen.clickText("Edit");
            screen.clickText("Paste");

            screen.await("a message", () -> inspector.message().get().isPresent());
            assertThat(inspector.message().get().orElseThrow().text()).contains("a poem", "names no file");
        }
    }

    @Test
    void theMapsAreCopiedToAnotherProgram() throws Exception {
        Path saved = folder.resolve("saved.png");
        Path read = folder.resolve("read.png");
        screen.run(() -> screen.bench().exports().write(Piece.MAPS, saved, f -> {}));
        screen.choose("#export-maps", "Copy picture");
        screen.await("the word", () -> screen.bench().said().get().startsWith("Copied"));

        try (OtherProgram other = new OtherProgram("read", read.toString())) {
            other.end();
        }

        assertThat(ImageFiles.read(read).pixels())
                .isEqualTo(ImageFiles.read(saved).pixels());
    }

    @Test
    void theCommandAndTheAddressAreCopied() throws Exception {
        screen.choose("#export-maps", "Copy command");
        assertThat(text()).startsWith("zfscope maps bundled ");

        screen.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(text()).isEqualTo(((TextField) screen.node("#unit-address")).getText());
    }

    private static String text() throws Exception {
        return Hands.on(() -> Clipboard.getSystemClipboard().getString());
    }

    @Test
    void theMapsAreDraggedOutToAnotherProgram() throws Exception {
        try (OtherProgram other = new OtherProgram("drop")) {
            assertThat(other.says()).isEqualTo("ready");
            Bounds grip = Hands.on(() -> screen.node("#drag-maps")
                    .localToScreen(screen.node("#drag-maps").getBoundsInLocal()));

            OtherProgram.drag((int) grip.getCenterX(), (int) grip.getCenterY(), 100, 100);

            Path dropped = Path.of(URI.create(other.says()));
            assertThat(ImageFiles.read(dropped).width()).isGreaterThan(100);
            assertThat(Provenance.read(dropped).entries()).containsEntry("shows", "maps");
        }
    }

    /** The file that is shown next under that name. */
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
