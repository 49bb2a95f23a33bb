package org.zfscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * Something that can be done: a line of the help, keys that do it, and an item of a menu. Keys that belong together share a line.
 *
 * @param does in words
 * @param shift how many times each acts while Shift is held
 * @param keys the first of them is the menu's; it need not be on the keyboard
 * @param menu where it is found; none for what only keys do
 * @param on of what is either on or off
 * @param usable whether it does anything now
 */
record KeyLine(
        String does,
        int shift,
        List<KeyAction> keys,
        Optional<Menus> menu,
        Optional<BooleanProperty> on,
        ObservableValue<Boolean> usable) {

    static KeyLine of(String does, KeyAction... keys) {
        return new KeyLine(does, 1, List.of(keys), Optional.empty(), Optional.empty(), new SimpleBooleanProperty(true));
    }

    /** What has no key. */
    static KeyLine of(String does, Runnable action) {
        return of(does, KeyAction.keyless(action));
    }

    /** A line between groups of a menu. */
    static KeyLine gap(Menus menu) {
        return of("").in(menu);
    }

    /** What a key turns on and off. */
    static KeyLine flip(String does, BooleanProperty property, KeyAction key) {
        KeyLine line = of(does, key);
        return new KeyLine(does, 1, line.keys(), Optional.empty(), Optional.of(property), line.usable());
    }

    /** The same keys, which act so many times while Shift is held. */
    KeyLine withShift(int times) {
        return new KeyLine(does, times, keys, menu, on, usable);
    }

    /** The same, found in a menu too. */
    KeyLine in(Menus one) {
        return new KeyLine(does, shift, keys, Optional.of(one), on, usable);
    }

    /** The same, which does something only now and then. */
    KeyLine when(ObservableValue<Boolean> condition) {
        return new KeyLine(does, shift, keys, menu, on, condition);
    }

    boolean isGap() {
        return keys.isEmpty();
    }

    /** In a menu: as in the help, with its plain keys. */
    String item() {
        String name = does.substring(0, 1).toUpperCase(Locale.ROOT) + does.substring(1);
        return keys.get(0).isPlain() ? name + "  (" + keys.get(0).name() + ")" : name;
    }

    /** All keys. */
    String names() {
        return keys.stream()
                .filter(key -> !key.isKeyless())
                .map(KeyAction::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
