package org.zfscope.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.StrongestPictures.Side;

/** What keys do: those of the deep visualization toolbox where they make sense. Everything can be done by mouse too. */
final class Keys {

    private static final List<Double> GAINS = List.of(1.0, 2.0, 4.0, 8.0);
    private static final double ZOOM = 1.5;
    private static final Set<KeyCode> TEXTS_OWN = Set.of(KeyCode.C, KeyCode.V);

    private final Workbench bench;
    private final MainWindow window;
    private final Map<KeyCode, Runnable> actions = new LinkedHashMap<>();

    Keys(Workbench bench, MainWindow window) {
        this.bench = bench;
        this.window = window;
        moves();
        views();
    }

    private void moves() {
        move(KeyCode.LEFT, KeyCode.J, -1, 0);
        move(KeyCode.RIGHT, KeyCode.L, 1, 0);
        move(KeyCode.UP, KeyCode.I, 0, -1);
        move(KeyCode.DOWN, KeyCode.K, 0, 1);
        actions.put(KeyCode.U, () -> layerBy(-1));
        actions.put(KeyCode.O, () -> layerBy(1));
        actions.put(KeyCode.PAGE_UP, () -> bench.pictures().showBy(-1));
        actions.put(KeyCode.PAGE_DOWN, () -> bench.pictures().showBy(1));
    }

    private void move(KeyCode arrow, KeyCode letter, int columns, int rows) {
        Runnable action = () -> bench.maps().move(columns, rows);
        actions.put(arrow, action);
        actions.put(letter, action);
    }

    private void layerBy(int places) {
        bench.selection().layerBy(places);
    }

    private void views() {
        Choices choices = bench.choices();
        actions.put(KeyCode.Z, bench.maps()::enlarge);
        actions.put(KeyCode.PLUS, () -> bench.maps().zoom(ZOOM));
        actions.put(KeyCode.ADD, () -> bench.maps().zoom(ZOOM));
        actions.put(KeyCode.EQUALS, () -> bench.maps().zoom(ZOOM));
        actions.put(KeyCode.MINUS, () -> bench.maps().zoom(1 / ZOOM));
        actions.put(KeyCode.SUBTRACT, () -> bench.maps().zoom(1 / ZOOM));
        actions.put(KeyCode.B, this::nextRule);
        actions.put(KeyCode.D, () -> flip(bench.selection().frozen()));
        for (Catalogue kind : Catalogue.values()) {
            kind.key()
                    .map(key -> KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT)))
                    .ifPresent(key -> actions.put(key, () -> choices.showOrHide(kind)));
        }
        actions.put(KeyCode.N, this::nextSide);
        actions.put(
                KeyCode.T, () -> choices.mapsGain().set(next(choices.mapsGain().get())));
        actions.put(KeyCode.M, () -> bench.selection().flipWholeMap());
        actions.put(KeyCode.R, () -> flip(choices.control()));
        actions.put(KeyCode.P, () -> bench.pin(choices.pinned().get().isEmpty()));
        actions.put(KeyCode.DIGIT8, () -> flip(bench.maps().labels()));
        actions.put(KeyCode.C, () -> flip(bench.live().on()));
        actions.put(KeyCode.F, () -> flip(bench.live().frozen()));
        // later, or the key would be typed into the field
        actions.put(KeyCode.SLASH, () -> Platform.runLater(window::search));
        actions.put(KeyCode.H, window::help);
        actions.put(KeyCode.ESCAPE, this::reset);
    }

    private static void flip(BooleanProperty property) {
        property.set(!property.get());
    }

    private void nextSide() {
        var side = bench.choices().side();
        side.set(side.get() == Side.PATCHES ? Side.PROJECTIONS : Side.PATCHES);
    }

    private void nextRule() {
        List<ReluRule> rules = Controls.all(ReluRule.class);
        int at = rules.indexOf(bench.choices().method().get().relu());
        bench.choices().rule(rules.get((at + 1) % rules.size()));
    }

    private static double next(double gain) {
        return GAINS.get((GAINS.indexOf(gain) + 1) % GAINS.size());
    }

    private void reset() {
        bench.inspector().message().set(Optional.empty());
        bench.selection().frozen().set(false);
        window.closeCards();
        bench.maps().fit();
        window.focusMaps();
    }

    /** Takes a key where the focus has no better use for it. */
    void press(KeyEvent event, Node focus) {
        boolean done = event.isShortcutDown() ? shortcut(event, focus) : plain(event, focus);
        if (done) {
            event.consume();
        }
    }

    private boolean plain(KeyEvent event, Node focus) {
        if (event.isAltDown() || event.isMetaDown() || isTheirs(event.getCode(), focus)) {
            return false;
        }
        if (event.isShiftDown() && event.getCode() == KeyCode.T) {
            Choices choices = bench.choices();
            choices.gain().set(next(choices.gain().get()));
            return true;
        }
        Runnable action = actions.get(event.getCode());
        if (action == null) {
            return false;
        }
        int times = event.isShiftDown() && isMove(event.getCode()) ? 3 : 1;
        for (int i = 0; i < times; i++) {
            action.run();
        }
        return true;
    }

    private static boolean isMove(KeyCode code) {
        return code.isArrowKey() || code == KeyCode.I || code == KeyCode.J || code == KeyCode.K || code == KeyCode.L;
    }

    /** Texts take all keys but Esc; lists, sliders and the like take arrows. */
    private static boolean isTheirs(KeyCode code, Node focus) {
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
        switch (event.getCode()) {
            case O -> window.openPictures();
            case V -> Pasting.paste(bench);
            case S ->
                bench.exports().command(Piece.MAPS).ifPresent(c -> {
                    Clipboards.text(c);
                    bench.say("Copied: " + c);
                });
            case C ->
                bench.choices().target().get().ifPresent(t -> {
                    Clipboards.text(t.toString());
                    bench.say("Copied: " + t);
                });
            default -> {
                return false;
            }
        }
        return true;
    }
}
