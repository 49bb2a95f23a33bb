package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Motion;
import org.zfscope.viz.analysis.Movement;

/** The picture as it is moved, by a slider or by itself. */
final class MotionControls extends FlowPane {

    private static final double SIDE = 112;
    private static final double WIDTH = 210;

    MotionControls(Motion motion) {
        super(8, 6);
        PictureView view = new PictureView("motion-picture", say("app.motion-controls.picture"));
        view.setMinSize(SIDE, SIDE);
        view.setPrefSize(SIDE, SIDE);
        view.setMaxSize(SIDE, SIDE);
        motion.picture().addListener((all, before, now) -> now.ifPresent(view::show));
        motion.picture().get().ifPresent(view::show);
        Slider slider = new Slider(0, 1, 0);
        slider.setId("motion-share");
        slider.setTooltip(new Tooltip(say("app.motion-controls.amount")));
        slider.setAccessibleText(say("app.motion-controls.amount"));
        slider.valueProperty().bindBidirectional(motion.share());
        Label says = Controls.small("");
        says.setId("motion-says");
        says.textProperty().bind(motion.says());
        HBox play = new HBox(
                6,
                Controls.toggle(say("app.motion-controls.play"), say("app.motion-controls.play-why"), motion.playing()),
                says);
        play.setAlignment(Pos.CENTER_LEFT);
        VBox controls = new VBox(
                6,
                Controls.choice(
                        "movement",
                        motion.movement(),
                        Controls.all(Movement.class),
                        MotionControls::word,
                        m -> say("app.motion-controls.how")),
                slider,
                play);
        controls.setPrefWidth(WIDTH);
        getChildren().addAll(view, controls);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                motion.tick();
            }
        };
        // only then, as a timer that runs keeps the screen being painted
        motion.playing().addListener((all, before, now) -> {
            if (now) {
                timer.start();
            } else {
                timer.stop();
            }
        });
    }

    private static String word(Movement movement) {
        return switch (movement) {
            case TRANSLATION -> say("app.motion-controls.shift");
            case SCALE -> say("app.motion-controls.scale");
            case ROTATION -> say("app.motion-controls.turn");
        };
    }
}
