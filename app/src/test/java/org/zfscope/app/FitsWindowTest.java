package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.app.engine.FirstPicture;

/** Small screens, large text, and panes that come back. */
@Tag("window")
class FitsWindowTest {

    private final Path folder;
    private final Path picture;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    private Screen screen;

    FitsWindowTest(@TempDir Path folder) {
        this.folder = folder;
        this.picture = FirstPicture.in(folder);
    }

    private void open(int width, int height) throws Exception {
        screen = new Screen(width, height);
        screen.open("bundled", picture);
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @ParameterizedTest
    @CsvSource({"800, 600, 100", "1280, 780, 100", "1280, 780, 150"})
    void ruleSeedGainAndPinAreInSightWhateverIsBelow(int width, int height, int text) throws Exception {
        open(width, height);
        ChartPictures.draw(folder.resolve("charts"), 9);
        screen.run(() -> {
            screen.bench().preferences().text().set(text);
            screen.bench().pin(true);
            screen.bench().choices().control().set(true);
            screen.bench().top().scan(folder.resolve("charts"), folder.resolve("index.json"));
        });
        screen.await("the scan's end", () -> screen.bench().jobs().running().isEmpty());
        screen.settle();

        for (String control : List.of("#rule-guided", "#seed-one", "#gain", "#pin", "#random-control")) {
            assertSeenWhole(control);
        }
    }

    private void assertSeenWhole(String selector) throws Exception {
        Bounds bounds = Hands.on(
                () -> screen.node(selector).localToScene(screen.node(selector).getLayoutBounds()));
        assertThat(bounds.getHeight()).as(selector).isGreaterThan(5);
        assertThat(bounds.getMinX()).as(selector).isGreaterThanOrEqualTo(0);
        assertThat(bounds.getMaxX())
                .as(selector)
                .isLessThanOrEqualTo(screen.scene().getWidth());
        assertThat(bounds.getMaxY()).as(selector).isLessThanOrEqualTo(Hands.on(() -> screen.node("#bottom")
                .getBoundsInParent()
                .getMinY()));
    }

    @ParameterizedTest
    @CsvSource({"800, 600", "1280, 780"})
    void noButtonIsCut(int width, int height) throws Exception {
        open(width, height);

        List<String> cut = Hands.on(() -> screen.scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof ButtonBase button && Hands.isSeen(node) && isCut(button))
                .map(node -> ((ButtonBase) node).getText())
                .toList());

        assertThat(cut).isEmpty();
    }

    private static boolean isCut(ButtonBase button) {
        return button.lookupAll(".text").stream()
                        .filter(Text.class::isInstance)
                        .anyMatch(text -> !((Text) text).getText().equals(button.getText()))
                || (button.getWidth() > 0 && right(button) > button.getScene().getWidth() + 0.5);
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }

    @Test
    void panesGoAndComeBackAsWideAsTheyWere() throws Exception {
        open(1280, 780);
        double layers = width("#layers");
        double unit = width("#unit");

        screen.run(() -> screen.stage().setWidth(820));
        screen.await("a smaller window", () -> ((Region) screen.node("#layers")).getWidth() < layers - 10);
        screen.run(() -> screen.stage().setWidth(1280));
        screen.await(
                "panes as before",
                () -> Math.abs(((Region) screen.node("#layers")).getWidth() - layers) < 3
                        && Math.abs(((Region) screen.node("#unit")).getWidth() - unit) < 3);

        screen.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.await("the maps alone", () -> ((Region) screen.node("#maps")).getWidth() > 1200);
        screen.clickText("View");
        screen.clickText("Reset layout");
        screen.await(
                "all panes",
                () -> screen.scene().getRoot().lookup("#layers") != null
                        && Math.abs(((Region) screen.node("#layers")).getWidth() - layers) < 3
                        && Math.abs(((Region) screen.node("#unit")).getWidth() - unit) < 3);
    }

    private double width(String selector) throws Exception {
        return Hands.on(() -> ((Region) screen.node(selector)).getWidth());
    }
}
