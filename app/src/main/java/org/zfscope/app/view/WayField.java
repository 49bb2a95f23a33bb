package org.zfscope.app.view;

import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A line to write on where some keys, such as Enter, Down and Escape, lead on to somewhere. */
final class WayField extends TextField implements OwnKeys {

    private final Map<KeyCode, Runnable> ways;

    /**
     * A small one.
     *
     * @param name for screen readers, and under the mouse
     * @param ways what keys do; all others write
     */
    WayField(String id, String name, StringProperty text, Map<KeyCode, Runnable> ways) {
        this.ways = ways;
        setId(id);
        Controls.explain(this, name);
        getStyleClass().add("small");
        textProperty().bindBidirectional(text);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && ways.containsKey(event.getCode())) {
            ways.get(event.getCode()).run();
            event.consume();
        }
    }

    @Override
    public boolean takes(KeyCode code) {
        return true;
    }
}
