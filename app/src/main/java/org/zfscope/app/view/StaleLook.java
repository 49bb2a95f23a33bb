package org.zfscope.app.view;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Lets a pane look stale once it has been so for a while: most looks are over before an eye could follow, and painting
 * the pane twice would make them late.
 */
final class StaleLook {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final Duration A_WHILE = Duration.millis(150);

    private StaleLook() {}

    static void of(Region pane, ObservableValue<Boolean> stale) {
        PauseTransition wait = new PauseTransition(A_WHILE);
        wait.setOnFinished(e -> pane.pseudoClassStateChanged(STALE, stale.getValue()));
        stale.addListener((o, before, now) -> {
            if (now) {
                wait.playFromStart();
            } else {
                wait.stop();
                pane.pseudoClassStateChanged(STALE, false);
            }
        });
    }
}
