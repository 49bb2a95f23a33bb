package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.Locale;
import javafx.scene.input.KeyCode;

/** A key, what is held down beside it, and what it does. */
record KeyAction(KeyCode code, Held held, Runnable action) {

    /** What is held down. */
    enum Held {
        NOTHING,
        SHIFT,
        ALT,
        SHORTCUT
    }

    static KeyAction of(KeyCode code, Runnable action) {
        return new KeyAction(code, Held.NOTHING, action);
    }

    KeyAction with(Held other) {
        return new KeyAction(code, other, action);
    }

    /** As people read it on the keyboard; keys that are two of a kind have one name. */
    String name() {
        if (held == Held.SHORTCUT) {
            return "Ctrl+" + code.getName();
        }
        if (held == Held.ALT) {
            return "Alt+" + code.getName();
        }
        if (code.isArrowKey()) {
            return "arrows";
        }
        return switch (code) {
            case ESCAPE -> say("app.key-action.esc");
            case SLASH -> "/";
            case PLUS, ADD, EQUALS -> "+";
            case MINUS, SUBTRACT -> "-";
            default ->
                code.isLetterKey() && held == Held.NOTHING ? code.getName().toLowerCase(Locale.ROOT) : code.getName();
        };
    }
}
