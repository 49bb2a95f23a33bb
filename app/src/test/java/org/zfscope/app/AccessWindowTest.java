package org.zfscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.app.engine.FirstPicture;
import org.zfscope.app.engine.Request;

/** Every control says what it is for, to eyes and to screen readers; what is typed into a field is typed there only. */
@Tag("window")
class AccessWindowTest {

    private final Path picture;
    private Screen screen;

    AccessWindowTest(@TempDir Path folder) {
        this.picture = FirstPicture.in(folder);
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(1280, 780);
        screen.open("bundled", picture);
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    private List<BooleanProperty> cards() {
        return List.of(
                screen.bench().plan().open(),
                screen.bench().input().open(),
                screen.bench().preferences().open());
    }

    @Test
    void everyControlHasATooltipAndAName() throws Exception {
        screen.run(() -> cards().forEach(card -> card.set(true)));
        screen.run(() -> screen.bench().pin(true));
        screen.settle();

        List<String> nameless = Hands.on(() -> controls(screen.scene().getRoot())
                .filter(control -> control.isVisible() && !isExplained(control))
                .map(AccessWindowTest::describe)
                .toList());

        assertThat(nameless).isEmpty();
    }

    /** What is used by mouse or keys, but for the parts that controls are made of. */
    private static Stream<Node> controls(Node node) {
        if (node instanceof MenuBar || node instanceof ScrollBar) {
            return Stream.empty();
        }
        boolean one = node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node instanceof Slider
                || node instanceof ListView
                || (node.getOnMouseClicked() != null && node.getParent() != null && node.isFocusTraversable());
        Stream<Node> itself = one ? Stream.of(node) : Stream.empty();
        boolean whole = node instanceof ButtonBase || node instanceof ComboBoxBase;
        return node instanceof Parent parent && !whole
                ? Stream.concat(
                        itself, parent.getChildrenUnmodifiable().stream().flatMap(AccessWindowTest::controls))
                : itself;
    }

    private static boolean isExplained(Node node) {
        Optional<Tooltip> own = node instanceof Control control
                ? Optional.ofNullable(control.getTooltip())
                : node.getProperties().values().stream()
                        .filter(Tooltip.class::isInstance)
                        .map(Tooltip.class::cast)
                        .findFirst();
        return own.filter(tooltip -> !tooltip.getText().isBlank()).isPresent()
                && node.getAccessibleText() != null
                && !node.getAccessibleText().isBlank();
    }

    private static String describe(Node node) {
        List<String> way = new ArrayList<>();
        for (Node at = node; at != null && way.size() < 4; at = at.getParent()) {
            way.add(at.getClass().getSimpleName() + "#" + at.getId());
        }
        return String.join(" < ", way) + " \"" + node.getAccessibleText() + "\"";
    }

    @Test
    void whatIsTypedIntoAFieldIsNoCommand() throws Exception {
        assertTypedOnly();
        for (BooleanProperty card : cards()) {
            screen.run(() -> card.set(true));
            assertTypedOnly();
            screen.run(() -> card.set(false));
        }
    }

    private void assertTypedOnly() throws Exception {
        List<TextInputControl> fields = Hands.on(() -> controls(screen.scene().getRoot())
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(field -> field.isEditable() && Hands.isSeen(field))
                .toList());
        Request before = Hands.on(screen.bench().inspector()::request);
        assertThat(fields).isNotEmpty();
        for (TextInputControl field : fields) {
            screen.run(field::requestFocus);
            screen.run(field::clear);
            screen.press(KeyCode.R);
            screen.press(KeyCode.DIGIT9);
            screen.press(KeyCode.SHIFT, KeyCode.T);
            screen.press(KeyCode.DELETE);
            assertThat(field.getText()).as(describe(field)).isEqualTo("r9T");
            screen.run(field::clear);
        }
        assertThat(Hands.on(screen.bench().inspector()::request)).isEqualTo(before);
        assertThat(screen.bench().pictures().all()).hasSize(1);
    }

    @Test
    void whileACardAsksTheKeysOfTheWindowRest() throws Exception {
        screen.run(() -> screen.bench().input().open().set(true));
        Request before = Hands.on(screen.bench().inspector()::request);

        screen.press(KeyCode.R);
        screen.press(KeyCode.B);
        screen.press(KeyCode.DELETE);

        assertThat(Hands.on(screen.bench().inspector()::request)).isEqualTo(before);
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.bench().input().open().get()).isFalse();
        screen.press(KeyCode.R);
        assertThat(screen.bench().choices().control().get()).isTrue();
    }
}
