package org.zfscope.app.view;

import static org.zfscope.app.view.Menus.EXPERIMENT;
import static org.zfscope.app.view.Menus.HELP;
import static org.zfscope.app.view.Menus.NETWORK;
import static org.zfscope.app.view.Menus.VIEW;
import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import org.zfscope.app.engine.Catalogue;
import org.zfscope.app.engine.Experiment;
import org.zfscope.app.view.KeyAction.Held;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.exhibit.StrongestPictures.Side;

/**
 * What can be done with layers, units and how they are shown, with its keys: those of the deep visualization toolbox where
 * they make sense. Everything can be done by mouse too.
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

    /** In the order of the help and of the menus. */
    List<KeyLine> lines() {
        return Stream.of(moves(), exhibits(), views(), layers(), unit(), experiments(), help())
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
                KeyLine.of(say("app.key-table.picture-before"), KeyAction.of(KeyCode.PAGE_UP, () -> bench.pictures()
                                .showBy(-1)))
                        .in(VIEW),
                KeyLine.of(say("app.key-table.picture-after"), KeyAction.of(KeyCode.PAGE_DOWN, () -> bench.pictures()
                                .showBy(1)))
                        .in(VIEW),
                KeyLine.gap(VIEW));
    }

    private Runnable move(int columns, int rows) {
        return () -> bench.maps().move(columns, rows);
    }

    /** What a layer can be asked; the same key shows its maps again. */
    private List<KeyLine> exhibits() {
        return Stream.of(Catalogue.values())
                .flatMap(exhibit -> exhibit.key().stream().map(key -> KeyLine.of(
                                say("app.key-table.maps", exhibit.help()),
                                KeyAction.of(
                                        KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT)),
                                        () -> choices.showOrHide(exhibit)))
                        .in(VIEW)))
                .toList();
    }

    /** Each opens its pane, and closes it again. */
    private List<KeyLine> experiments() {
        return Stream.of(Experiment.values())
                .map(e -> KeyLine.of(
                                e.word(),
                                KeyAction.of(
                                        KeyCode.getKeyCode(e.key().toUpperCase(Locale.ROOT)),
                                        () -> bench.experiments().openOrClose(e)))
                        .in(EXPERIMENT))
                .toList();
    }

    private List<KeyLine> views() {
        return List.of(
                KeyLine.of(
                        say("app.key-table.strongest-pictures-patches-their"), KeyAction.of(KeyCode.N, this::nextSide)),
                KeyLine.gap(VIEW),
                KeyLine.of(say("app.key-table.enlarge-units-map-all"), KeyAction.of(KeyCode.Z, bench.maps()::enlarge))
                        .in(VIEW),
                KeyLine.of(
                                say("app.key-table.zoom-in"),
                                KeyAction.of(KeyCode.PLUS, zoom(ZOOM)),
                                KeyAction.of(KeyCode.ADD, zoom(ZOOM)),
                                KeyAction.of(KeyCode.EQUALS, zoom(ZOOM)))
                        .in(VIEW),
                KeyLine.of(
                                say("app.key-table.zoom-out"),
                                KeyAction.of(KeyCode.MINUS, zoom(1 / ZOOM)),
                                KeyAction.of(KeyCode.SUBTRACT, zoom(1 / ZOOM)))
                        .in(VIEW),
                KeyLine.flip(
                                say("app.key-table.unit-numbers-off"),
                                bench.maps().labels(),
                                KeyAction.of(KeyCode.DIGIT8, flip(bench.maps().labels())))
                        .in(VIEW),
                KeyLine.of(say("app.key-table.gain-maps"), KeyAction.of(KeyCode.T, () -> choices.mapsGain()
                        .set(next(choices.mapsGain().get())))),
                KeyLine.of(say("app.key-table.reset-view"), KeyAction.of(KeyCode.DIGIT0, bench::resetView))
                        .in(VIEW),
                KeyLine.gap(VIEW),
                KeyLine.of(
                                say("app.key-table.text-larger"),
                                KeyAction.of(KeyCode.EQUALS, text(1)).with(Held.SHORTCUT),
                                KeyAction.of(KeyCode.PLUS, text(1)).with(Held.SHORTCUT),
                                KeyAction.of(KeyCode.ADD, text(1)).with(Held.SHORTCUT))
                        .in(VIEW),
                KeyLine.of(
                                say("app.key-table.text-smaller"),
                                KeyAction.of(KeyCode.MINUS, text(-1)).with(Held.SHORTCUT),
                                KeyAction.of(KeyCode.SUBTRACT, text(-1)).with(Held.SHORTCUT))
                        .in(VIEW),
                KeyLine.of(
                                say("app.key-table.text-usual"),
                                KeyAction.of(KeyCode.DIGIT0, text(0)).with(Held.SHORTCUT))
                        .in(VIEW),
                KeyLine.gap(VIEW),
                shown(say("app.key-table.layers-pane"), KeyCode.DIGIT1, window.layersShown()),
                shown(say("app.key-table.unit-pane"), KeyCode.DIGIT2, window.unitShown()),
                KeyLine.of(say("app.key-table.reset-layout"), window::resetLayout)
                        .in(VIEW),
                KeyLine.flip(say("app.key-table.dark"), bench.dark(), KeyAction.keyless(flip(bench.dark())))
                        .in(VIEW));
    }

    private static KeyLine shown(String does, KeyCode key, BooleanProperty pane) {
        return KeyLine.flip(does, pane, KeyAction.of(key, flip(pane)).with(Held.SHORTCUT))
                .in(VIEW);
    }

    private Runnable text(int steps) {
        return () -> bench.preferences().textBy(steps);
    }

    private Runnable zoom(double factor) {
        return () -> bench.maps().zoom(factor);
    }

    private static Runnable flip(BooleanProperty property) {
        return () -> property.set(!property.get());
    }

    private void nextSide() {
        choices.side().set(choices.side().get() == Side.PATCHES ? Side.PROJECTIONS : Side.PATCHES);
    }

    private List<KeyLine> layers() {
        return List.of(
                KeyLine.gap(NETWORK),
                KeyLine.of(say("app.key-table.layer-below"), KeyAction.of(KeyCode.U, () -> layerBy(-1)))
                        .in(NETWORK),
                KeyLine.of(say("app.key-table.layer-above"), KeyAction.of(KeyCode.O, () -> layerBy(1)))
                        .in(NETWORK),
                // later, or the key would be typed into the field
                KeyLine.of(
                                say("app.key-table.search-layers"),
                                KeyAction.of(KeyCode.SLASH, () -> Platform.runLater(window::search)))
                        .in(NETWORK),
                KeyLine.gap(NETWORK),
                KeyLine.of(
                                say("app.key-table.go-to"),
                                KeyAction.of(KeyCode.L, () -> Platform.runLater(window::address))
                                        .with(Held.SHORTCUT))
                        .in(NETWORK),
                KeyLine.of(
                                say("app.key-table.back"),
                                KeyAction.of(KeyCode.LEFT, bench.history()::back)
                                        .with(Held.ALT))
                        .in(NETWORK),
                KeyLine.of(
                                say("app.key-table.forward"),
                                KeyAction.of(KeyCode.RIGHT, bench.history()::forward)
                                        .with(Held.ALT))
                        .in(NETWORK),
                KeyLine.of(
                                say("app.key-table.bookmarks"),
                                KeyAction.of(
                                                KeyCode.D,
                                                () -> bench.bookmarks().open().set(true))
                                        .with(Held.SHORTCUT))
                        .in(NETWORK),
                KeyLine.flip(
                                say("app.key-table.graph"),
                                bench.graph().shown(),
                                KeyAction.keyless(flip(bench.graph().shown())))
                        .in(NETWORK),
                KeyLine.flip(
                                say("app.key-table.main-layers"),
                                bench.layers().mainOnly(),
                                KeyAction.keyless(flip(bench.layers().mainOnly())))
                        .in(NETWORK),
                KeyLine.gap(NETWORK),
                KeyLine.of(
                                say("app.key-table.input"),
                                () -> bench.input().open().set(true))
                        .in(NETWORK),
                KeyLine.of(say("app.key-table.scan"), () -> bench.plan().open().set(true))
                        .in(NETWORK),
                KeyLine.gap(NETWORK));
    }

    private void layerBy(int places) {
        bench.selection().layerBy(places);
    }

    private List<KeyLine> unit() {
        return List.of(
                KeyLine.of(say("app.key-table.next-rule-deconvnet-guided"), KeyAction.of(KeyCode.B, this::nextRule))
                        .in(NETWORK),
                KeyLine.of(
                        say("app.key-table.gain-projection"),
                        KeyAction.of(KeyCode.T, () -> choices.gain()
                                        .set(next(choices.gain().get())))
                                .with(Held.SHIFT)),
                KeyLine.of(
                                say("app.key-table.whole-map-strongest-neuron"),
                                KeyAction.of(KeyCode.M, () -> bench.selection().flipWholeMap()))
                        .in(NETWORK),
                flip(
                        say("app.key-table.freeze-unit-right-let"),
                        KeyCode.D,
                        bench.selection().frozen()),
                flip(say("app.key-table.random-control-shuffled-weights"), KeyCode.R, choices.control()),
                KeyLine.of(
                                say("app.key-table.pin-network-picture-compare"),
                                KeyAction.of(
                                        KeyCode.P,
                                        () -> bench.pin(choices.pinned().get().isEmpty())))
                        .in(NETWORK),
                KeyLine.gap(NETWORK),
                flip(say("app.key-table.play"), KeyCode.C, bench.live().on()),
                flip(say("app.key-table.freeze-frame"), KeyCode.F, bench.live().frozen()));
    }

    private static KeyLine flip(String does, KeyCode key, BooleanProperty property) {
        return KeyLine.flip(does, property, KeyAction.of(key, flip(property))).in(NETWORK);
    }

    private void nextRule() {
        List<ReluRule> rules = Controls.all(ReluRule.class);
        int at = rules.indexOf(choices.method().get().relu());
        choices.rule(rules.get((at + 1) % rules.size()));
    }

    private static double next(double gain) {
        return GAINS.get((GAINS.indexOf(gain) + 1) % GAINS.size());
    }

    private List<KeyLine> help() {
        return List.of(
                KeyLine.of(say("app.key-table.help"), KeyAction.of(KeyCode.H, window::help))
                        .in(HELP),
                KeyLine.of(say("app.key-table.about"), window::about).in(HELP),
                KeyLine.of(say("app.key-table.close-messages-help-thaw"), KeyAction.of(KeyCode.ESCAPE, window::reset)));
    }
}
