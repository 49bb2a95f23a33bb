package org.zfscope.app.view;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.zfscope.viz.ClassScores.Score;

/** A class and how likely it is, as a bar. */
final class ScoreBar {

    private ScoreBar() {}

    static VBox of(Score score) {
        Label name = new Label(score.label() + String.format(Locale.ROOT, "  %.1f %%", 100 * score.probability()));
        ProgressBar bar = new ProgressBar(score.probability());
        bar.setMaxWidth(Double.MAX_VALUE);
        return new VBox(2, name, bar);
    }
}
