package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.app.viewmodel.Inspector;
import org.zfscope.models.Program;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.Method;
import org.zfscope.viz.chart.Chart;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** The window's lists, switches, sliders and menus, by mouse and keys. */
@Tag("window")
class ControlsTest {

    private final Path folder;
    private final Path scene;
    private Screen screen;
    private Inspector inspector;

    ControlsTest(@TempDir Path folder) {
        this.folder = folder;
        this.scene = FirstPicture.in(folder);
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 960);
        inspector = screen.bench().inspector();
        screen.open("bundled", scene);
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void layersAreChosenInTheListByMouseAndArrowKeys() throws Exception {
        screen.click(layer("relu1"), 0.5, 0.5);
        screen.settle();
        assertThat(inspector.results().maps().get().layer()).isEqualTo("relu1");

        screen.press(KeyCode.DOWN);
        screen.settle();
        assertThat(inspector.results().maps().get().layer()).isEqualTo("pool1");
    }

    private Node layer(String name) {
        return screen.scene().getRoot().lookupAll("#layer-list .list-cell").stream()
                .filter(n -> ("" + n.getAccessibleText()).startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lrnAndSeedAreSwitchedByMouse() throws Exception {
        UnitSheet passed = unit();

        screen.click("#lrn-gradient");
        screen.settle();
        UnitSheet derived = unit();
        screen.click("#seed-one");
        screen.settle();

        assertThat(derived.projection().method().lrn()).isEqualTo(LrnRule.GRADIENT);
        assertThat(derived.projection().pixels())
                .isNotEqualTo(passed.projection().pixels());
        assertThat(unit().projection().method().seed()).isEqualTo(Method.Seed.ONE);
        assertThat(unit().projection().method().lrn()).isEqualTo(LrnRule.GRADIENT);
    }

    @Test
    void theSliderLaysTheProjectionOverThePicture() throws Exception {
        int bare = lowerLeft();

        screen.drag("#blend", 0.02, 0.99);

        RgbImage whole = unit().whole();
        assertThat(lowerLeft())
                .isEqualTo(whole.pixel(whole.width() / 10, whole.height() * 9 / 10))
                .isNotEqualTo(bare);
    }

    /** A point of the unit's picture outside the frame of what the unit sees. */
    private int lowerLeft() throws Exception {
        Bounds bounds = Hands.on(() -> screen.node("#unit-picture")
                .localToScene(screen.node("#unit-picture").getBoundsInLocal()));
        return screen.picture().pixel((int) (bounds.getMinX() + 0.1 * bounds.getWidth()), (int)
                (bounds.getMinY() + 0.9 * bounds.getHeight()));
    }

    @Test
    void pinnedAndShuffledAreShownBesideTheUnit() throws Exception {
        Path shapes = folder.resolve("shapes.png");
        Png.write(shapes, Chart.SHAPES.draw(128), Provenance.of(Program.version()));
        screen.clickText("Pin");
        screen.clickText("Random control");
        screen.settle();

        screen.run(() -> screen.bench().opening().open(List.of(shapes)));
        screen.await("the other picture", () -> inspector
                .results()
                .seen()
                .get()
                .file()
                .filter(shapes::equals)
                .isPresent());
        screen.settle();

        assertThat(screen.node("#unit-pinned").isVisible()).isTrue();
        assertThat(screen.node("#unit-control").isVisible()).isTrue();
        UnitSheet pinned = inspector.results().comparison().get().pinned().orElseThrow();
        assertThat(pinned.target()).isEqualTo(unit().target());
        assertThat(pinned.seen()).isNotEqualTo(unit().seen());

        screen.press(KeyCode.P);
        screen.settle();
        assertThat(screen.node("#unit-pinned").isVisible()).isFalse();
    }

    @Test
    void whatWentWrongHasDetailsAndCanBeClosed() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no model");
        screen.run(() -> screen.bench().opening().open(List.of(broken)));
        screen.await("a message", () -> screen.node("#message").isVisible());
        assertThat(screen.node("#message .text-area").isVisible()).isFalse();

        screen.clickText("Details");
        assertThat(screen.node("#message .text-area").isVisible()).isTrue();

        screen.clickText("Close");
        assertThat(screen.node("#message").isVisible()).isFalse();
    }

    @Test
    void recentFilesAreOpenedAgain() throws Exception {
        Path shapes = folder.resolve("shapes.png");
        Png.write(shapes, Chart.SHAPES.draw(128), Provenance.of(Program.version()));
        screen.run(() -> screen.bench().opening().open(List.of(shapes)));
        screen.await(
                "the picture",
                () -> inspector.choices().picture().get().filter(shapes::equals).isPresent());

        screen.clickText("File");
        screen.clickText("Open recent");
        screen.clickText(scene.toString());

        screen.await(
                "the first picture",
                () -> inspector.choices().picture().get().filter(scene::equals).isPresent());
    }

    @Test
    void typedTextIsNoCommandForTheWindow() throws Exception {
        screen.press(KeyCode.SLASH);
        screen.press(KeyCode.R);
        screen.press(KeyCode.E);
        screen.press(KeyCode.L);

        assertThat(screen.bench().layers().found()).isNotEmpty().allMatch(row -> row.kind()
                .contains("rel"));
        assertThat(inspector.choices().control().get()).isFalse();
    }

    @Test
    void everyKeyThatTheHelpNamesDoesSomething() throws Exception {
        screen.press(KeyCode.H);
        List<String> names = Hands.on(() -> screen.node("#help").lookupAll(".key").stream()
                .flatMap(key -> Arrays.stream(((Label) key).getText().split(", ")))
                .toList());
        screen.press(KeyCode.H);
        List<KeyCode> idle = new ArrayList<>();
        screen.run(() -> screen.scene().addEventHandler(KeyEvent.KEY_PRESSED, e -> idle.add(e.getCode())));

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(30).contains("b", "T", "Esc", "arrows", "Ctrl+S");
        for (String name : names) {
            KeyCode code = KeyCode.getKeyCode(name.toUpperCase(Locale.ROOT));
            if (code != null) {
                screen.press(code);
                screen.press(KeyCode.ESCAPE); // out of the field for searching
            }
        }

        assertThat(idle).isEmpty();
    }

    @Test
    void randomWeightsAreMarkedInMenusAndAtThePrediction() throws Exception {
        assertThat(percentages()).isNotEmpty();

        screen.choose("#zoo", "zfnet, random weights (seed 1)");
        screen.await("the badge", () -> screen.scene().getRoot().lookup("#random") != null);
        screen.settle();

        assertThat(((Label) screen.node("#random")).getText()).contains("random weights (seed 1)");
        assertThat(percentages()).isEmpty();
        assertThat(((Label) screen.node("#status")).getText()).contains("zfnet, random weights (seed 1)");
    }

    private List<String> percentages() {
        return screen.node("#classes").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .filter(text -> text.endsWith("%"))
                .toList();
    }

    private UnitSheet unit() {
        return inspector.results().unit().get().orElseThrow();
    }
}
