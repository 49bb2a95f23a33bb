package org.zfscope.app.viewmodel;

import static java.util.Map.entry;
import static org.zfscope.models.words.Words.say;

import java.util.Map;
import java.util.Objects;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Fit;
import org.zfscope.viz.Method;
import org.zfscope.viz.deconv.GateRule;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;
import org.zfscope.viz.render.Scale;

/** What is chosen by buttons side by side, in the language of the window; the command line has the constants' names. */
public final class ChoiceWords {

    private static final Map<Enum<?>, String> KEYS = Map.ofEntries(
            entry(ReluRule.DECONVNET, "app.choice-words.deconvnet"),
            entry(ReluRule.GUIDED, "app.choice-words.guided"),
            entry(ReluRule.GRADIENT, "app.choice-words.gradient"),
            entry(LrnRule.PASS, "app.choice-words.pass"),
            entry(LrnRule.GRADIENT, "app.choice-words.gradient"),
            entry(GateRule.HOLD, "app.choice-words.hold"),
            entry(GateRule.DERIVE, "app.choice-words.derive"),
            entry(Method.Seed.ACTIVATION, "app.choice-words.activation"),
            entry(Method.Seed.ONE, "app.choice-words.one"),
            entry(Scale.Shared.TILE, "app.choice-words.tile"),
            entry(Scale.Shared.LAYER, "app.choice-words.layer"),
            entry(MapsView.Order.NUMBER, "app.choice-words.number"),
            entry(MapsView.Order.STRENGTH, "app.choice-words.strength"),
            entry(ScanLayers.Which.USUAL, "app.choice-words.usual"),
            entry(ScanLayers.Which.ALL, "app.choice-words.all"),
            entry(ScanLayers.Which.CHOSEN, "app.choice-words.chosen"),
            entry(Channels.RGB, "app.choice-words.rgb"),
            entry(Channels.BGR, "app.choice-words.bgr"),
            entry(Channels.GREY, "app.choice-words.grey"),
            entry(Fit.CROP, "app.choice-words.crop"),
            entry(Fit.STRETCH, "app.choice-words.stretch"),
            entry(Fit.PAD, "app.choice-words.pad"));

    private ChoiceWords() {}

    /** On its button: {@code deconvnet}. */
    public static String of(Enum<?> value) {
        return say(Objects.requireNonNull(KEYS.get(value), value::name));
    }
}
