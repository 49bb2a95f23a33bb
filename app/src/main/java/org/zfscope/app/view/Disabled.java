package org.zfscope.app.view;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Tooltip;

/** Takes controls away from where they would do nothing, and says why to who points at them. */
final class Disabled {

    private Disabled() {}

    /** The buttons of a choice, by the name of the choice. */
    static void choice(Parent pane, String name, ObservableBooleanValue applies, String why) {
        for (Node button : pane.lookupAll(".toggle-button")) {
            if (button.getId() != null && button.getId().startsWith(name + "-")) {
                unless(applies, button, button.getParent(), why);
            }
        }
    }

    /**
     * One control.
     *
     * @param around what the mouse finds in its place, as it finds no disabled control
     */
    static void unless(ObservableBooleanValue applies, Node control, Node around, String why) {
        Tooltip reason = new Tooltip(why);
        // bound, as nobody else holds on to what applies
        control.disableProperty().bind(Bindings.not(applies));
        control.disableProperty().addListener((all, before, now) -> explain(around, reason, now));
        explain(around, reason, control.isDisable());
    }

    private static void explain(Node around, Tooltip reason, boolean disabled) {
        if (disabled) {
            Tooltip.install(around, reason);
        } else {
            Tooltip.uninstall(around, reason);
        }
    }
}
