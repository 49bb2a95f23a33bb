package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.viewmodel.ScanLayers;
import org.zfscope.viz.Target;

/** Getting anywhere in a network by mouse and by keys alone. */
@Tag("window")
class NavigationWindowTest {

    private Screen screen;

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        screen.openDog();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    private void type(String letters) throws Exception {
        for (int i = 0; i < letters.length(); i++) {
            String letter = letters.substring(i, i + 1).toUpperCase(Locale.ROOT);
            screen.press(letter.equals("/") ? KeyCode.SLASH : KeyCode.getKeyCode(letter));
        }
    }

    private Target shown() throws Exception {
        screen.settle();
        return Hands.on(
                () -> screen.bench().results().unit().get().orElseThrow().target());
    }

    private String text(String selector) {
        return ((Label) screen.node(selector)).getText();
    }

    @Test
    void aClassIsReachedByKeysAloneAndTypingFiresNoShortcut() throws Exception {
        Target before = shown();
        screen.press(KeyCode.CONTROL, KeyCode.L);
        screen.await("the line", () -> screen.node("#unit-address").isFocused());
        type("beagel");
        screen.press(KeyCode.ENTER);
        assertThat(text("#address-problem")).contains("no layer or class is called beagel");
        screen.look("nav-mistake");
        assertThat(screen.bench().choices().kind().get()).isEqualTo(Catalogue.MAPS);
        assertThat(screen.bench().choices().control().get()).isFalse();
        assertThat(screen.bench().live().on().get()).isFalse();

        screen.press(KeyCode.BACK_SPACE);
        screen.press(KeyCode.BACK_SPACE);
        screen.await("a suggestion", () -> screen.node("#address-suggestions").isVisible());
        screen.look("nav-suggestions");
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.ENTER);
        assertThat(shown()).isEqualTo(new Target.ClassScore(162));
        assertThat(screen.node("#maps-canvas").isFocused()).isTrue();

        screen.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(shown()).isEqualTo(before);
        screen.press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(shown()).isEqualTo(new Target.ClassScore(162));

        screen.press(KeyCode.CONTROL, KeyCode.L);
        screen.await("the line", () -> screen.node("#unit-address").isFocused());
        type("r");
        screen.press(KeyCode.ESCAPE);
        assertThat(((TextField) screen.node("#unit-address")).getText()).isEqualTo("class:162");
        assertThat(screen.node("#address-suggestions").isVisible()).isFalse();
    }

    @Test
    void aLayerIsReachedByMouseFromTheSuggestions() throws Exception {
        screen.click("#unit-address");
        type("pool");
        screen.await("suggestions", () -> screen.node("#address-suggestions").isVisible());
        screen.click("#address-suggestions", 0.3, 0.3);

        assertThat(shown().map().orElseThrow().layer()).isEqualTo("pool3");
    }

    @Test
    void theSearchIsUsedByKeysAlone() throws Exception {
        screen.press(KeyCode.SLASH);
        screen.await("the field", () -> screen.node("#layer-search").isFocused());
        type("zzz");
        screen.await("the word", () -> screen.labeled("No layer matches").isPresent());
        screen.look("nav-no-layer");
        screen.press(KeyCode.ESCAPE);
        assertThat(((TextField) screen.node("#layer-search")).getText()).isEmpty();
        assertThat(screen.node("#layer-list").isFocused()).isTrue();

        screen.press(KeyCode.SLASH);
        screen.await("the field", () -> screen.node("#layer-search").isFocused());
        type("fire9");
        screen.press(KeyCode.ENTER);
        screen.settle();
        assertThat(screen.bench().choices().layer().get()).contains("fire9/squeeze1x1");
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.DOWN);
        screen.settle();
        assertThat(screen.bench().choices().layer().get()).contains("fire9/expand1x1");
    }

    @Test
    void theGraphShowsBranchesWithTheListsSelection() throws Exception {
        screen.click("#layers-graph");
        screen.await("the graph", () -> screen.node("#layer-graph").isVisible());
        screen.look("nav-graph");
        screen.clickText("+ fire9");
        screen.clickText("concat");
        screen.settle();
        assertThat(screen.bench().choices().layer().get()).contains("fire9/concat");
        screen.look("nav-graph-open");

        screen.press(KeyCode.UP);
        screen.settle();
        assertThat(screen.bench().choices().layer().get()).contains("fire9/relu_expand3x3");
        screen.press(KeyCode.LEFT);
        screen.await("the module", () -> screen.labeled("+ fire9").isPresent());

        screen.click("#layers-graph");
        assertThat(((ListView<?>) screen.node("#layer-list"))
                        .getSelectionModel()
                        .getSelectedItem()
                        .toString())
                .contains("fire9/relu_expand3x3");
    }

    @Test
    void whatDoesNothingIsGreyAndAHeldUnitSaysSo() throws Exception {
        assertThat(screen.node("#lrn-pass").isDisabled())
                .as("SqueezeNet has no such layer")
                .isTrue();
        assertThat(screen.node("#rule-guided").isDisabled()).isFalse();
        Target held = shown();

        screen.press(KeyCode.D);
        screen.press(KeyCode.RIGHT);
        assertThat(shown()).isEqualTo(held);
        assertThat(screen.node("#held").isVisible()).isTrue();
        assertThat(text("#held")).isEqualTo("Held: " + held + ". Esc lets go");
        screen.run(() -> screen.bench().pin(true));
        screen.run(() -> screen.bench().choices().control().set(true));
        screen.settle();
        screen.look("nav-held");
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.node("#held").isVisible()).isFalse();

        screen.run(() -> screen.bench().selection().layer("conv1"));
        screen.settle();
        assertThat(screen.node("#rule-guided").isDisabled()).isTrue();
        screen.run(() -> screen.stage().setWidth(800));
        screen.run(() -> screen.stage().setHeight(600));
        screen.run(() -> screen.bench().dark().set(true));
        screen.settle();
        screen.look("nav-800-dark");
        screen.run(() -> screen.bench().graph().shown().set(true));
        screen.run(() -> screen.bench().plan().open().set(true));
        screen.run(() -> screen.bench().plan().layers().which().set(ScanLayers.Which.CHOSEN));
        screen.look("nav-800-dark-scan");
    }

    @Test
    void aBookmarkIsMadeAndGoneToByKeysAlone() throws Exception {
        Target marked = shown();
        screen.press(KeyCode.CONTROL, KeyCode.D);
        screen.await("the card", () -> screen.node("#bookmark-note").isFocused());
        type("ears");
        screen.press(KeyCode.ENTER);
        screen.await("a bookmark", () -> screen.bench().bookmarks().all().size() == 1);
        screen.look("nav-bookmarks");
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.RIGHT);
        assertThat(shown()).isNotEqualTo(marked);

        screen.press(KeyCode.CONTROL, KeyCode.D);
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.ENTER);
        assertThat(screen.node("#bookmarks").isVisible()).isFalse();
        screen.await("the unit", () -> screen.bench().choices().target().get().equals(Optional.of(marked)));
        assertThat(shown()).isEqualTo(marked);
        assertThat(screen.bench().bookmarks().all().get(0).note()).isEqualTo("ears");
    }
}
