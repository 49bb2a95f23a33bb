package org.zfscope.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.zfscope.app.view.KeyAction.Held;

/** Does what keys are for, where the focus has no better use for them. */
final class Keys {

    private static final Set<KeyCode> TEXTS_OWN = Set.of(KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.A, KeyCode.Z);

    private record Stroke(KeyCode code, Held held) {}

    private record Action(Runnable work, int shift) {}

    private final BooleanSupplier overlaid;
    private final Map<Stroke, Action> actions = new LinkedHashMap<>();

    /**
     * Of all that can be done.
     *
     * @param overlaid whether a card lies over the window, which rests then
     */
    Keys(List<KeyLine> lines, BooleanSupplier overlaid) {
        this.overlaid = overlaid;
        for (KeyLine line : lines) {
            line.keys().stream()
                    .filter(key -> !key.isKeyless())
                    .forEach(key ->
                            actions.put(new Stroke(key.code(), key.held()), new Action(key.action(), line.shift())));
        }
    }

    /** Takes a key where the focus has no better use for it. */
    void press(KeyEvent event, Node focus) {
        if (overlaid.getAsBoolean() && event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        boolean done = event.isShortcutDown() ? shortcut(event, focus) : plain(event, focus);
        if (done) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event, Node focus) {
        if (event.isAltDown()) {
            Optional<Action> action = action(event.getCode(), Held.ALT);
            action.ifPresent(a -> a.work().run());
            return action.isPresent();
        }
        if (event.isMetaDown() || isTheirs(event.getCode(), focus)) {
            return false;
        }
        Optional<Action> shifted = event.isShiftDown() ? action(event.getCode(), Held.SHIFT) : Optional.empty();
        if (shifted.isPresent()) {
            shifted.get().work().run();
            return true;
        }
        Optional<Action> action = action(event.getCode(), Held.NOTHING);
        action.ifPresent(a -> {
            for (int i = 0; i < (event.isShiftDown() ? a.shift() : 1); i++) {
                a.work().run();
            }
        });
        return action.isPresent();
    }

    /** Texts take all keys but Esc; lists, sliders and the like take arrows. */
    private static boolean isTheirs(KeyCode code, Node focus) {
        if (focus instanceof OwnKeys own) {
            return own.takes(code);
        }
        if (focus instanceof TextInputControl text && text.isEditable()) {
            return code != KeyCode.ESCAPE;
        }
        boolean takesArrows = focus instanceof ListView
                || focus instanceof Slider
                || focus instanceof ComboBoxBase
                || focus instanceof MenuButton
                || focus instanceof ToggleButton;
        return takesArrows && code.isArrowKey();
    }

    /** Texts copy what is selected in them, and paste where they can be written in. */
    private boolean shortcut(KeyEvent event, Node focus) {
        if (focus instanceof TextInputControl text
                && (text.isEditable() || !text.getSelectedText().isEmpty())
                && TEXTS_OWN.contains(event.getCode())) {
            return false;
        }
        Optional<Action> action = action(event.getCode(), event.isShiftDown() ? Held.SHORTCUT_SHIFT : Held.SHORTCUT);
        action.ifPresent(a -> a.work().run());
        return action.isPresent();
    }

    private Optional<Action> action(KeyCode code, Held held) {
        return Optional.ofNullable(actions.get(new Stroke(code, held)));
    }
}
