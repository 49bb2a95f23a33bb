package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;

/** What a user saves through the menu is, pixel for pixel, what the command line writes. */
@Tag("window")
class SavingTest {

    private static final String MODEL = "bundled";

    private final Path folder;
    private final Path picture;
    private Screen screen;

    SavingTest(@TempDir Path folder) {
        this.folder = folder;
        this.picture = FirstPicture.in(folder);
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        screen.open(MODEL, picture);
        screen.run(() -> screen.bench().inspector().selection().layer("relu3"));
        screen.settle();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void mapsAreThoseOfTheCommandLine() throws Exception {
        Path saved = save("#export-maps", "maps.png");

        assertSame(saved, command("maps", MODEL, picture.toString(), "--layer", "relu3", "--contrast", "tile"));
    }

    @Test
    void projectionsOfAWholeLayerAreThoseOfTheCommandLine() throws Exception {
        screen.click("#kind-projections");
        screen.click("#rule-guided");
        screen.settle();

        Path saved = save("#export-maps", "projections.png");

        assertSame(saved, command("project", MODEL, picture.toString(), "--unit", "relu3:*", "--rule", "guided"));
    }

    @Test
    void theUnitIsThatOfTheCommandLine() throws Exception {
        screen.click("#unit-map", 0.3, 0.7);
        screen.settle();
        String unit = screen.bench()
                .inspector()
                .choices()
                .target()
                .get()
                .orElseThrow()
                .toString();

        screen.choose("#export-unit", "With labels");
        Path saved = save("#export-unit", "unit.png");

        assertThat(unit).contains("@");
        assertSame(saved, command("project", MODEL, picture.toString(), "--unit", unit));
    }

    @Test
    void theEndingIsAddedWhereTheDialogDoesNot() throws Exception {
        screen.answers().next(folder.resolve("numbers"));

        screen.choose("#export-maps", "Save numbers as .npy …");

        Path file = folder.resolve("numbers.npy");
        screen.await("the file", () -> Files.exists(file));
        assertThat(folder.resolve("numbers")).doesNotExist();
    }

    private Path save(String menu, String name) throws Exception {
        Path file = folder.resolve(name);
        screen.answers().next(file);
        screen.choose(menu, "Save as PNG …");
        screen.await(
                "the word that it is saved", () -> screen.bench().said().get().equals("Saved " + file));
        return file;
    }

    private Path command(String... words) {
        Path file = folder.resolve("commanded.png");
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-o";
        all[words.length + 1] = file.toString();
        StringWriter err = new StringWriter();
        int code = Zfscope.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all);
        assertThat(code).as(err.toString()).isZero();
        return file;
    }

    private static void assertSame(Path one, Path other) {
        RgbImage a = ImageFiles.read(one);
        RgbImage b = ImageFiles.read(other);
        assertThat(a.width()).isEqualTo(b.width());
        assertThat(a.pixels()).isEqualTo(b.pixels());
    }
}
