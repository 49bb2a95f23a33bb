package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** A key, what is held down beside it, and what it does. */
record KeyAction(KeyCode code, Held held, Runnable action) {

    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

    /** What is held down. */
    enum Held {
        NOTHING,
        SHIFT,
        ALT,
        SHORTCUT,
        SHORTCUT_SHIFT
    }

    static KeyAction of(KeyCode code, Runnable action) {
        return new KeyAction(code, Held.NOTHING, action);
    }

    /** What no key does. */
    static KeyAction keyless(Runnable action) {
        return of(KeyCode.UNDEFINED, action);
    }

    KeyAction with(Held other) {
        return new KeyAction(code, other, action);
    }

    boolean isKeyless() {
        return code == KeyCode.UNDEFINED;
    }

    /** Whether it is a key that could be typed too, which no menu may listen to. */
    boolean isPlain() {
        return !isKeyless() && accelerator().isEmpty();
    }

    /** As menus have it. */
    Optional<KeyCombination> accelerator() {
        return switch (held) {
            case NOTHING, SHIFT -> Optional.empty();
            case ALT -> Optional.of(new KeyCodeCombination(code, KeyCombination.ALT_DOWN));
            case SHORTCUT -> Optional.of(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
            case SHORTCUT_SHIFT ->
                Optional.of(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        };
    }

    /** As people read it on the keyboard; keys that are two of a kind have one name. */
    String name() {
        return switch (held) {
            case ALT -> (MAC ? "⌥" : "Alt+") + code.getName();
            case SHORTCUT -> (MAC ? "⌘" : "Ctrl+") + plain();
            case SHORTCUT_SHIFT -> (MAC ? "⇧⌘" : "Ctrl+Shift+") + plain();
            case NOTHING -> code.isLetterKey() ? plain().toLowerCase(Locale.ROOT) : plain();
            case SHIFT -> plain();
        };
    }

    private String plain() {
        if (code.isArrowKey()) {
            return say("app.key-action.arrows");
        }
        return switch (code) {
            case ESCAPE -> say("app.key-action.esc");
            case SLASH -> "/";
            case COMMA -> ",";
            case PLUS, ADD, EQUALS -> "+";
            case MINUS, SUBTRACT -> "-";
            default -> code.getName();
        };
    }
}
