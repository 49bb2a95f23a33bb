package org.zfscope.app.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Keys that belong together: a line of the help, and what each of them does.
 *
 * @param does in words
 * @param shift how many times each acts while Shift is held
 */
record KeyLine(String does, int shift, List<KeyAction> keys) {

    static KeyLine of(String does, KeyAction... keys) {
        return new KeyLine(does, 1, List.of(keys));
    }

    /** The same keys, which act so many times while Shift is held. */
    KeyLine withShift(int times) {
        return new KeyLine(does, times, keys);
    }

    /** All keys. */
    String names() {
        return keys.stream().map(KeyAction::name).distinct().collect(Collectors.joining(", "));
    }
}
