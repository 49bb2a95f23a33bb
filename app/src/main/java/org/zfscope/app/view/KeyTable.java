package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.view.KeyAction.Held;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Piece;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.StrongestPictures.Side;

/**
 * All keys, with what they do and what the help says of them: those of the deep visualization toolbox where they make sense.
 * Everything can be done by mouse too.
 */
final class KeyTable {

    private static final List<Double> GAINS = List.of(1.0, 2.0, 4.0, 8.0);
    private static final double ZOOM = 1.5;
    private static final int FURTHER = 3;

    private final Workbench bench;
    private final Choices choices;
    private final MainWindow window;

    KeyTable(Workbench bench, MainWindow window) {
        this.bench = bench;
        this.choices = bench.choices();
        this.window = window;
    }

    /** In the order of the help. */
    List<KeyLine> lines() {
        return Stream.of(moves(), views(), exhibits(), unit(), others())
                .flatMap(List::stream)
                .toList();
    }

    private List<KeyLine> moves() {
        return List.of(
                KeyLine.of(
                                say("app.key-table.another-unit-shift-three"),
                                KeyAction.of(KeyCode.LEFT, move(-1, 0)),
                                KeyAction.of(KeyCode.RIGHT, move(1, 0)),
                                KeyAction.of(KeyCode.UP, move(0, -1)),
                                KeyAction.of(KeyCode.DOWN, move(0, 1)),
                                KeyAction.of(KeyCode.I, move(0, -1)),
                                KeyAction.of(KeyCode.J, move(-1, 0)),
                                KeyAction.of(KeyCode.K, move(0, 1)),
                                KeyAction.of(KeyCode.L, move(1, 0)))
                        .withShift(FURTHER),
                KeyLine.of(
                        say("app.key-table.layer-below-layer-above"),
                        KeyAction.of(KeyCode.U, () -> layerBy(-1)),
                        KeyAction.of(KeyCode.O, () -> layerBy(1))),
                KeyLine.of(
                        say("app.key-table.picture-before-picture-after"),
                        KeyAction.of(KeyCode.PAGE_UP, () -> bench.pictures().showBy(-1)),
                        KeyAction.of(KeyCode.PAGE_DOWN, () -> bench.pictures().showBy(1))));
    }

    private Runnable move(int columns, int rows) {
        return () -> bench.maps().move(columns, rows);
    }

    private void layerBy(int places) {
        bench.selection().layerBy(places);
    }

    private List<KeyLine> views() {
        return List.of(
                KeyLine.of(say("app.key-table.enlarge-units-map-all"), KeyAction.of(KeyCode.Z, bench.maps()::enlarge)),
                KeyLine.of(
                        say("app.key-table.zoom-maps"),
                        KeyAction.of(KeyCode.PLUS, zoom(ZOOM)),
                        KeyAction.of(KeyCode.ADD, zoom(ZOOM)),
                        KeyAction.of(KeyCode.EQUALS, zoom(ZOOM)),
                        KeyAction.of(KeyCode.MINUS, zoom(1 / ZOOM)),
                        KeyAction.of(KeyCode.SUBTRACT, zoom(1 / ZOOM))),
                KeyLine.of(say("app.key-table.next-rule-deconvnet-guided"), KeyAction.of(KeyCode.B, this::nextRule)),
                KeyLine.of(
                        say("app.key-table.freeze-unit-right-let"),
                        KeyAction.of(KeyCode.D, flip(bench.selection().frozen()))));
    }

    /** What a layer can be asked; the same key shows its maps again. */
    private List<KeyLine> exhibits() {
        return Stream.of(Catalogue.values())
                .flatMap(exhibit -> exhibit.key().stream()
                        .map(key -> KeyLine.of(
                                say("app.key-table.maps", exhibit.help()),
                                KeyAction.of(KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT)), show(exhibit)))))
                .toList();
    }

    private Runnable zoom(double factor) {
        return () -> bench.maps().zoom(factor);
    }

    private void nextRule() {
        List<ReluRule> rules = Controls.all(ReluRule.class);
        int at = rules.indexOf(choices.method().get().relu());
        choices.rule(rules.get((at + 1) % rules.size()));
    }

    private static Runnable flip(BooleanProperty property) {
        return () -> property.set(!property.get());
    }

    private Runnable show(Catalogue exhibit) {
        return () -> choices.showOrHide(exhibit);
    }

    private void nextSide() {
        choices.side().set(choices.side().get() == Side.PATCHES ? Side.PROJECTIONS : Side.PATCHES);
    }

    private List<KeyLine> unit() {
        return List.of(
                KeyLine.of(
                        say("app.key-table.strongest-pictures-patches-their"), KeyAction.of(KeyCode.N, this::nextSide)),
                KeyLine.of(
                        say("app.key-table.gain-maps-gain-projection"),
                        KeyAction.of(KeyCode.T, () -> choices.mapsGain()
                                .set(next(choices.mapsGain().get()))),
                        KeyAction.of(KeyCode.T, () -> choices.gain()
                                        .set(next(choices.gain().get())))
                                .with(Held.SHIFT)),
                KeyLine.of(
                        say("app.key-table.whole-map-strongest-neuron"),
                        KeyAction.of(KeyCode.M, () -> bench.selection().flipWholeMap())),
                KeyLine.of(
                        say("app.key-table.random-control-shuffled-weights"),
                        KeyAction.of(KeyCode.R, flip(choices.control()))),
                KeyLine.of(
                        say("app.key-table.pin-network-picture-compare"),
                        KeyAction.of(
                                KeyCode.P,
                                () -> bench.pin(choices.pinned().get().isEmpty()))),
                KeyLine.of(
                        say("app.key-table.unit-numbers-off"),
                        KeyAction.of(KeyCode.DIGIT8, flip(bench.maps().labels()))));
    }

    private static double next(double gain) {
        return GAINS.get((GAINS.indexOf(gain) + 1) % GAINS.size());
    }

    private List<KeyLine> others() {
        return List.of(
                KeyLine.of(
                        say("app.key-table.play-film-stream-live"),
                        KeyAction.of(KeyCode.C, flip(bench.live().on())),
                        KeyAction.of(KeyCode.F, flip(bench.live().frozen()))),
                // later, or the key would be typed into the field
                KeyLine.of(
                        say("app.key-table.search-layers"),
                        KeyAction.of(KeyCode.SLASH, () -> Platform.runLater(window::search))),
                KeyLine.of(
                        say("app.key-table.go-to"),
                        KeyAction.of(KeyCode.L, () -> Platform.runLater(window::address)).with(Held.SHORTCUT)),
                KeyLine.of(
                        say("app.key-table.back-forward"),
                        KeyAction.of(KeyCode.LEFT, bench.history()::back).with(Held.ALT),
                        KeyAction.of(KeyCode.RIGHT, bench.history()::forward).with(Held.ALT)),
                KeyLine.of(
                        say("app.key-table.bookmarks"),
                        KeyAction.of(KeyCode.D, () -> bench.bookmarks().open().set(true))
                                .with(Held.SHORTCUT)),
                KeyLine.of(
                        say("app.key-table.open-pictures-paste"),
                        KeyAction.of(KeyCode.O, window::openPictures).with(Held.SHORTCUT),
                        KeyAction.of(KeyCode.V, () -> Pasting.paste(bench)).with(Held.SHORTCUT)),
                KeyLine.of(
                        say("app.key-table.copy-maps-command-copy"),
                        KeyAction.of(KeyCode.S, () -> bench.exports()
                                        .command(Piece.MAPS)
                                        .ifPresent(this::copy))
                                .with(Held.SHORTCUT),
                        KeyAction.of(KeyCode.C, () -> choices.target().get().ifPresent(t -> copy(t.toString())))
                                .with(Held.SHORTCUT)),
                KeyLine.of(say("app.key-table.help"), KeyAction.of(KeyCode.H, window::help)),
                KeyLine.of(say("app.key-table.close-messages-help-thaw"), KeyAction.of(KeyCode.ESCAPE, window::reset)));
    }

    private void copy(String text) {
        Clipboards.text(text);
        bench.say(say("app.key-table.copied", text));
    }
}
