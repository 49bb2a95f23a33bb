package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.zfscope.app.engine.ExperimentSheet;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.viewmodel.Experiments;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.cli.Zfscope;
import org.zfscope.models.Program;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Target;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** The window with two pictures in the bundled network, and what all tests of experiments do in it. */
abstract class ExperimentWindow {

    final Path folder;
    final Path scene;
    final Path shapes;
    Screen screen;
    Experiments experiments;

    ExperimentWindow(Path folder) {
        this.folder = folder;
        this.scene = FirstPicture.in(folder);
        this.shapes = folder.resolve("shapes.png");
        Png.write(shapes, Chart.SHAPES.draw(200), Provenance.of(Program.version()));
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        experiments = screen.bench().experiments();
        screen.open("bundled", scene, shapes);
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    void type(String field, String text) throws Exception {
        screen.run(() -> ((TextField) screen.node(field)).setText(text));
    }

    Target target() {
        return screen.bench().choices().target().get().orElseThrow();
    }

    boolean showsNow() {
        return experiments.shown().get().isPresent();
    }

    ExperimentSheet shownNow() {
        return experiments.shown().get().orElseThrow();
    }

    ExperimentSheet shown() throws Exception {
        screen.await("an answer, or " + experiments.problem().get(), this::showsNow);
        return shownNow();
    }

    /** Saves what is shown by the menu. */
    Path save(String name) throws Exception {
        Path file = folder.resolve(name);
        screen.answers().next(file);
        screen.choose("#export-experiment", "Save as PNG …");
        screen.await(
                "the word that it is saved", () -> screen.bench().said().get().equals("Saved " + file));
        RgbImage picture = ImageFiles.read(file);
        assertThat(picture.pixels()).isEqualTo(shownNow().picture(false).pixels());
        return file;
    }

    /** The command that a picture names makes the same picture. */
    void assertSame(Path saved) {
        String command = Provenance.read(saved).entries().getOrDefault("command", "");
        assertThat(screen.bench().exports().command(Piece.EXPERIMENT)).isPresent();
        String[] words = words(command);
        Path file = folder.resolve("commanded.png");
        words[words.length - 1] = file.toString();
        assertThat(command((Object[]) words)).isZero();
        assertThat(ImageFiles.read(file).pixels())
                .as(command)
                .isEqualTo(ImageFiles.read(saved).pixels());
    }

    /** Without the program's name. */
    static String[] words(String command) {
        return Arrays.stream(command.split(" "))
                .skip(1)
                .map(word -> word.replace("'", ""))
                .toArray(String[]::new);
    }

    static int command(Object... words) {
        String[] all = Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
        StringWriter err = new StringWriter();
        int code = Zfscope.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all);
        assertThat(code)
                .as(Arrays.stream(all).collect(Collectors.joining(" ")) + " " + err)
                .isZero();
        return code;
    }
}
