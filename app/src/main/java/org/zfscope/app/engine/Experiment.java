package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import org.zfscope.viz.exhibit.OcclusionPreview;
import org.zfscope.viz.exhibit.PictureExhibit;

/** What the window can ask of the unit, class or picture at hand, each in a pane of its own. */
public enum Experiment {
    EXPLANATION(
            "app.experiment.explanation",
            "app.experiment.explanation-why",
            "1",
            Pace.QUICK,
            Questions::value,
            Knob.CHANNELS),
    RULES("app.experiment.rules", "app.experiment.rules-why", "2", Pace.QUICK, Questions::rules),
    ATTRIBUTION(
            "app.experiment.attribution",
            "app.experiment.attribution-why",
            "3",
            Pace.LONG,
            Questions::attribution,
            Knob.LABEL,
            Knob.CAM,
            Knob.STEPS,
            Knob.SAMPLES,
            Knob.NOISE,
            Knob.SEED),
    OCCLUSION(
            "app.experiment.occlusion",
            "app.experiment.occlusion-why",
            "4",
            Pace.LONG,
            Questions::occlusion,
            Knob.SQUARE,
            Knob.STRIDE,
            Knob.BORDER,
            Knob.FILL,
            Knob.LABEL),
    INVARIANCE(
            "app.experiment.invariance",
            "app.experiment.invariance-why",
            "5",
            Pace.LONG,
            Questions::invariance,
            Knob.TRANSLATION,
            Knob.SCALING,
            Knob.ROTATION,
            Knob.FILL,
            Knob.PICTURES,
            Knob.LAYERS,
            Knob.DISTANCE,
            Knob.LABEL),
    CORRESPONDENCE(
            "app.experiment.correspondence",
            "app.experiment.correspondence-why",
            "6",
            Pace.LONG,
            Questions::correspondence,
            Knob.PARTS,
            Knob.IMAGES,
            Knob.LAYERS,
            Knob.SQUARE,
            Knob.FILL,
            Knob.RANDOM,
            Knob.SEED),
    ASCENT(
            "app.experiment.ascent",
            "app.experiment.ascent-why",
            "7",
            Pace.LONG,
            Questions::ascent,
            Knob.UNITS,
            Knob.PRESET,
            Knob.ASCENT_STEPS,
            Knob.STEP,
            Knob.BEST,
            Knob.SEED),
    EVOLUTION(
            "app.experiment.evolution",
            "app.experiment.evolution-why",
            "y",
            Pace.LONG,
            Questions::evolution,
            Knob.CHECKPOINTS,
            Knob.IMAGES,
            Knob.LAYERS,
            Knob.MAPS,
            Knob.SEED),
    FIGURE(
            "app.experiment.figure",
            "app.experiment.figure-why",
            "v",
            Pace.LONG,
            FigureQuestion::of,
            Knob.SUBJECTS,
            Knob.ADDRESSES,
            Knob.RULES,
            Knob.PICTURES,
            Knob.FIRST,
            Knob.CONTROL,
            Knob.PALETTE,
            Knob.SIDE,
            Knob.CAPTION);

    /** How soon an answer is there. */
    public enum Pace {
        /** So soon that it follows the selection. */
        QUICK,
        /** It is asked for, takes its time, and can be cancelled. */
        LONG
    }

    /** Puts the question; an InputException says what is missing. */
    @FunctionalInterface
    private interface Question {
        PictureExhibit of(Situation situation);
    }

    private final String word;
    private final String explanation;
    private final String key;
    private final Pace pace;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final Question question;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Knob> knobs;

    Experiment(String word, String explanation, String key, Pace pace, Question question, Knob... knobs) {
        this.word = word;
        this.explanation = explanation;
        this.key = key;
        this.pace = pace;
        this.question = question;
        this.knobs = List.of(knobs);
    }

    /**
     * The question, as everything stands.
     *
     * @throws org.zfscope.models.io.InputException if something is missing or wrong
     */
    public PictureExhibit exhibit(Situation situation) {
        return question.of(situation);
    }

    /** What can be seen before it is run. */
    public Optional<PictureExhibit> preview(Situation situation) {
        return this == OCCLUSION
                ? Optional.of(
                        new OcclusionPreview(situation.seeing(), Optional.of(situation.occluder()), situation.fill()))
                : Optional.empty();
    }

    /** In menus and titles. */
    public String word() {
        return say(word);
    }

    /** For people. */
    public String explanation() {
        return say(explanation);
    }

    /** That opens and closes it. */
    public String key() {
        return key;
    }

    public boolean isQuick() {
        return pace == Pace.QUICK;
    }

    /** Whether it opens networks that the window does not show. */
    boolean opensOthers() {
        return this == EVOLUTION;
    }

    /** What can be chosen, in the order of the pane. */
    public List<Knob> knobs() {
        return knobs;
    }
}
