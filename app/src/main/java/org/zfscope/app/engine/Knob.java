package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.List;

/** What can be chosen of an experiment. Empty means what is usual. */
public enum Knob {
    CHANNELS("app.knob.channels", "app.knob.channels-why", "12"),
    SEED("app.knob.seed", "app.knob.seed-why", "1"),
    LABEL("app.knob.label", "app.knob.label-why", ""),
    CAM("app.knob.cam", "app.knob.cam-why", ""),
    STEPS("app.knob.steps", "app.knob.steps-why", "32"),
    SAMPLES("app.knob.samples", "app.knob.samples-why", "16"),
    NOISE("app.knob.noise", "app.knob.noise-why", "0.15"),
    SQUARE("app.knob.square", "app.knob.square-why", ""),
    STRIDE("app.knob.stride", "app.knob.stride-why", ""),
    BORDER("app.knob.border", "app.knob.border-why", "inside", "overhang"),
    FILL("app.knob.fill", "app.knob.fill-why", "mean"),
    PICTURES("app.knob.pictures", "app.knob.pictures-why", "shown", "film"),
    LAYERS("app.knob.layers", "app.knob.layers-why", ""),
    TRANSLATION("app.knob.translation", "app.knob.translation-why", "-60:60:6"),
    SCALING("app.knob.scaling", "app.knob.scaling-why", "1:1.8:0.05"),
    ROTATION("app.knob.rotation", "app.knob.rotation-why", "0:350:10"),
    DISTANCE("app.knob.distance", "app.knob.distance-why", "raw", "unit"),
    PARTS("app.knob.parts", "app.knob.parts-why", ""),
    RANDOM("app.knob.random", "app.knob.random-why", "50"),
    UNITS("app.knob.units", "app.knob.units-why", "unit", "layer"),
    PRESET("app.knob.preset", "app.knob.preset-why", "keras", "yosinski", "fourier", "maco", "accentuate"),
    ASCENT_STEPS("app.knob.ascent-steps", "app.knob.ascent-steps-why", ""),
    STEP("app.knob.step", "app.knob.step-why", ""),
    BEST("app.knob.best", "app.knob.best-why", "64"),
    CHECKPOINTS("app.knob.checkpoints", "app.knob.checkpoints-why", ""),
    IMAGES("app.knob.images", "app.knob.images-why", ""),
    MAPS("app.knob.maps", "app.knob.maps-why", "6"),
    SUBJECTS("app.knob.subjects", "app.knob.subjects-why", "unit", "bookmarked"),
    ADDRESSES("app.knob.addresses", "app.knob.addresses-why", ""),
    RULES("app.knob.rules", "app.knob.rules-why", "rule", "all"),
    FIRST("app.knob.first", "app.knob.first-why", "4"),
    CONTROL("app.knob.control", "app.knob.control-why", "none", "shuffled"),
    PALETTE("app.knob.palette", "app.knob.palette-why", "colour", "grey", "viridis", "diverging"),
    SIDE("app.knob.side", "app.knob.side-why", "160"),
    CAPTION("app.knob.caption", "app.knob.caption-why", "");

    private final String word;
    private final String explanation;

    /** The usual one first; one alone is a text that can be changed. */
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> values;

    Knob(String word, String explanation, String... values) {
        this.word = word;
        this.explanation = explanation;
        this.values = List.of(values);
    }

    /** Beside its field. */
    public String word() {
        return say(word);
    }

    /** For people. */
    public String explanation() {
        return say(explanation);
    }

    public String usual() {
        return values.get(0);
    }

    /** What can be chosen from; empty where anything may be typed. */
    public List<String> choices() {
        return values.size() > 1 ? values : List.of();
    }

    /** A choice, for people. */
    public static String said(String choice) {
        return switch (choice) {
            case "shown" -> say("app.knob.shown");
            case "film" -> say("app.knob.film");
            case "unit" -> say("app.knob.unit");
            case "layer" -> say("app.knob.layer");
            case "bookmarked" -> say("app.knob.bookmarked");
            case "rule" -> say("app.knob.rule");
            case "all" -> say("app.knob.all");
            case "none" -> say("app.knob.none");
            case "shuffled" -> say("app.knob.shuffled");
            case "colour" -> say("app.knob.colour");
            case "grey" -> say("app.knob.grey");
            case "diverging" -> say("app.knob.diverging");
            default -> choice;
        };
    }

    /** Whether it is words that may be long. */
    public boolean isLong() {
        return isFolder() || isFile() || this == LAYERS || this == ADDRESSES || this == CAPTION;
    }

    /** Whether a folder is wanted. */
    public boolean isFolder() {
        return this == CHECKPOINTS || this == IMAGES;
    }

    /** Whether a file is wanted. */
    public boolean isFile() {
        return this == PARTS;
    }
}
