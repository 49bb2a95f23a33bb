package org.zfscope.app.view;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.zfscope.app.viewmodel.Applicable;
import org.zfscope.app.viewmodel.ChoiceWords;
import org.zfscope.app.viewmodel.Choices;
import org.zfscope.app.viewmodel.Workbench;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/** How the projection is made and drawn, and what it is compared with. */
final class MethodControls extends VBox {

    private static final double GAIN_RANGE = 4;

    private final Choices choices;
    private final ObjectProperty<ReluRule> rule = new SimpleObjectProperty<>();
    private final ObjectProperty<LrnRule> lrn = new SimpleObjectProperty<>();
    private final ObjectProperty<GateRule> gates = new SimpleObjectProperty<>();
    private final ObjectProperty<Method.Seed> seed = new SimpleObjectProperty<>();
    private final SimpleBooleanProperty wholeMap = new SimpleBooleanProperty();
    private final SimpleBooleanProperty pin = new SimpleBooleanProperty();
    private final Workbench bench;
    private final ToggleButton whole;
    private final ToggleButton hold;
    private final ToggleButton random;
    private final ToggleButton pinning;

    MethodControls(Workbench bench) {
        super(5);
        this.bench = bench;
        this.choices = bench.choices();
        this.whole = Controls.toggle(
                say("app.method-controls.whole-map"), say("app.method-controls.project-whole-map-instead"), wholeMap);
        this.hold = Controls.toggle(
                say("app.method-controls.hold"),
                say("app.method-controls.hold-why"),
                bench.selection().frozen());
        this.random = Controls.toggle(
                say("app.method-controls.random-control"),
                say("app.method-controls.same-seed-through-shuffled"),
                choices.control());
        this.pinning = Controls.toggle(
                say("app.method-controls.pin"), say("app.method-controls.compare-same-unit-other"), pin);
        whole.setId("whole-map");
        hold.setId("hold");
        random.setId("random-control");
        pinning.setId("pin");
        follow();
        setId("method");
        getStyleClass().add("method");
        getChildren().addAll(rules(), gain(), switches(), note());
        connect();
        offer();
    }

    private FlowPane rules() {
        return new FlowPane(
                12,
                4,
                named(
                        say("app.method-controls.rule"),
                        Controls.choice(
                                "rule", rule, Controls.all(ReluRule.class), ChoiceWords::of, MethodControls::why)),
                named(
                        "LRN",
                        Controls.choice(
                                "lrn",
                                lrn,
                                Controls.all(LrnRule.class),
                                ChoiceWords::of,
                                l -> l == LrnRule.PASS
                                        ? say("app.method-controls.normalisation-lets-signal-pass")
                                        : say("app.method-controls.normalisations-true-derivative"))),
                named(
                        say("app.method-controls.gates"),
                        Controls.choice(
                                "gates",
                                gates,
                                Controls.all(GateRule.class),
                                ChoiceWords::of,
                                g -> g == GateRule.HOLD
                                        ? say("app.method-controls.gates-held")
                                        : say("app.method-controls.gates-derived"))),
                named(
                        say("app.method-controls.seed"),
                        Controls.choice(
                                "seed",
                                seed,
                                Controls.all(Method.Seed.class),
                                ChoiceWords::of,
                                s -> s == Method.Seed.ONE
                                        ? say("app.method-controls.start-1")
                                        : say("app.method-controls.start-units-own-activation"))));
    }

    private FlowPane switches() {
        return new FlowPane(4, 4, whole, hold, random, pinning);
    }

    /** Only what makes a difference to this unit. */
    private void offer() {
        Applicable applies = bench.applicable();
        Disabled.choice(this, "rule", applies.rule(), say("app.method-controls.no-rule"));
        Disabled.choice(this, "lrn", applies.lrn(), say("app.method-controls.no-lrn"));
        Disabled.choice(this, "gates", applies.gates(), say("app.method-controls.no-gates"));
        for (ToggleButton toggle : List.of(hold, random, pinning)) {
            Disabled.unless(applies.unit(), toggle, toggle.getParent(), say("app.method-controls.no-unit"));
        }
        Disabled.unless(applies.wholeMap(), whole, whole.getParent(), say("app.method-controls.no-map"));
    }

    /** Takes no place where the rule means what its paper says. */
    private Label note() {
        Label note = Controls.small("");
        note.setId("beyond-paper");
        note.setWrapText(true);
        note.textProperty().bind(bench.beyondPaper());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private static HBox named(String name, Node control) {
        Label label = Controls.small(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox named = new HBox(6, label, control);
        named.setAlignment(Pos.CENTER_LEFT);
        return named;
    }

    private static String why(ReluRule rule) {
        return switch (rule) {
            case DECONVNET -> say("app.method-controls.relus-let-positive-signals");
            case GUIDED -> say("app.method-controls.positive-signals-where-unit");
            case GRADIENT -> say("app.method-controls.true-derivative-signals-where");
        };
    }

    private HBox gain() {
        Slider slider = new Slider(-GAIN_RANGE / 2, GAIN_RANGE, 0);
        slider.setId("gain");
        Controls.explain(slider, say("app.method-controls.gain-projections"));
        slider.setBlockIncrement(0.5);
        var label = Controls.small("x 1");
        label.setMinWidth(44);
        slider.valueProperty().addListener((o, before, now) -> choices.gain().set(rounded(now.doubleValue())));
        Runnable show = () -> {
            label.setText(String.format(Locale.ROOT, "x %.3g", choices.gain().get()));
            if (rounded(slider.getValue()) != choices.gain().get()) {
                slider.setValue(Math.log(choices.gain().get()) / Math.log(2));
            }
        };
        choices.gain().addListener(o -> show.run());
        show.run();
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label name = Controls.small(say("app.method-controls.gain"));
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(6, name, slider, label);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Quarter octaves, with two digits, so that a command line stays short. */
    private static double rounded(double octaves) {
        double gain = Math.pow(2, Math.rint(octaves * 4) / 4);
        return Math.rint(gain * 100) / 100;
    }

    private void follow() {
        Method method = choices.method().get();
        rule.set(method.relu());
        lrn.set(method.lrn());
        gates.set(method.gates());
        seed.set(method.seed());
        pin.set(choices.pinned().get().isPresent());
        wholeMap.set(bench.selection().isWholeMap());
    }

    private void connect() {
        for (var choice : List.of(choices.method(), choices.pinned(), choices.target())) {
            choice.addListener(o -> follow());
        }
        rule.addListener((o, before, now) -> {
            if (now != choices.method().get().relu()) {
                choices.rule(now);
            }
        });
        lrn.addListener(
                (o, before, now) -> choices.method().set(choices.method().get().with(now)));
        gates.addListener(
                (o, before, now) -> choices.method().set(choices.method().get().with(now)));
        seed.addListener(
                (o, before, now) -> choices.method().set(choices.method().get().with(now)));
        pin.addListener((o, before, now) -> {
            if (now != choices.pinned().get().isPresent()) {
                bench.pin(now);
            }
        });
        wholeMap.addListener((o, before, now) -> {
            if (now != bench.selection().isWholeMap()) {
                bench.selection().wholeMap(now);
            }
        });
    }
}
