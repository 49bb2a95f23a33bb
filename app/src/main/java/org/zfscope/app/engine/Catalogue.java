package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.Optional;
import org.zfscope.viz.Target;
import org.zfscope.viz.exhibit.ActivationHistogram;
import org.zfscope.viz.exhibit.BackwardSignal;
import org.zfscope.viz.exhibit.FeatureMaps;
import org.zfscope.viz.exhibit.Filters;
import org.zfscope.viz.exhibit.LayerExhibit;
import org.zfscope.viz.exhibit.LayerProjections;
import org.zfscope.viz.exhibit.MaximizedUnits;
import org.zfscope.viz.exhibit.OcclusionMap;
import org.zfscope.viz.exhibit.OpenQuestion;
import org.zfscope.viz.exhibit.StrongestPictures;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.figure.TopFigure;
import org.zfscope.viz.render.Contrast;

/** The exhibits of a layer that the window offers. A new one is a line here, and nothing else asks which it is. */
public enum Catalogue {
    MAPS(
            "app.any.maps",
            "app.catalogue.layers-feature-maps-picture",
            "",
            "",
            (s, layer, r) ->
                    new FeatureMaps(s, layer, r.shared(Contrast.featureMaps()).withGain(r.mapsGain()))),
    PROJECTIONS(
            "app.catalogue.projections",
            "app.catalogue.every-maps-strongest-neuron",
            "s",
            "app.catalogue.projections-all-units",
            (s, layer, r) -> new LayerProjections(
                    s, layer, r.method(), r.shared(Contrast.projections()).withGain(r.gain()))),
    FILTERS(
            "app.catalogue.filters",
            "app.catalogue.weights-layer-convolution-below",
            "w",
            "app.catalogue.filters-2",
            (s, layer, r) ->
                    new Filters(s.alone(), layer, r.shared(Contrast.weights()).withGain(r.mapsGain()), Filters.STYLE)),
    BACKWARD(
            "app.catalogue.backward",
            "app.catalogue.signal-unit-right-way",
            "a",
            "app.catalogue.units-signal-way-down",
            Catalogue::backward),
    HISTOGRAM(
            "app.catalogue.histogram",
            "app.catalogue.how-often-which-values",
            "g",
            "app.catalogue.histograms-values",
            (s, layer, r) -> new ActivationHistogram(s, layer, ActivationHistogram.BINS, r.scale())),
    OCCLUSION(
            "app.catalogue.occlusion",
            "app.catalogue.what-square-takes-away",
            "x",
            "app.catalogue.occlusion-maps",
            Catalogue::occlusion),
    ASCENT(
            "app.catalogue.ascent",
            "app.catalogue.pictures-made-each-unit",
            "e",
            "app.catalogue.ascent-pictures",
            (s, layer, r) -> MaximizedUnits.ofLayer(s, layer)),
    TOP_9(
            "app.catalogue.top-9",
            "app.catalogue.nine-pictures-each-unit",
            "9",
            "app.catalogue.strongest-pictures-each-unit",
            Catalogue::strongest);

    /** Puts the question to a layer, as the choices have it. */
    @FunctionalInterface
    private interface Question {
        LayerExhibit of(Subject subject, String layer, Request request);
    }

    private final String word;
    private final String explanation;
    private final String key;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // has no state
    private final Question question;

    Catalogue(String word, String explanation, String key, String help, Question question) {
        this.word = word;
        this.explanation = explanation;
        this.key = key;
        this.help = help;
        this.question = question;
    }

    private static LayerExhibit backward(Subject subject, String layer, Request request) {
        return request.target()
                .map(target -> (LayerExhibit) new BackwardSignal(
                        subject,
                        layer,
                        target,
                        request.method(),
                        request.shared(Contrast.projections()).withGain(request.gain())))
                .orElse(new OpenQuestion(subject, layer, say("app.catalogue.choose-unit-first")));
    }

    /** The picture of the unit that is looked at, which the tiles of the whole layer do not depend on. */
    private static LayerExhibit occlusion(Subject subject, String layer, Request request) {
        OcclusionMap usual = OcclusionMap.of(subject, layer);
        return request.target()
                .flatMap(Target::map)
                .filter(unit -> unit.layer().equals(layer))
                .map(unit -> usual.withMap(unit.unit()))
                .orElse(usual);
    }

    private static LayerExhibit strongest(Subject subject, String layer, Request request) {
        return request.index()
                .map(index -> (LayerExhibit) new StrongestPictures(
                        subject,
                        layer,
                        index,
                        request.side(),
                        request.method(),
                        TopFigure.CONTRAST.withGain(request.gain()),
                        0))
                .orElse(new OpenQuestion(subject, layer, say("app.catalogue.which-pictures-do-these")));
    }

    LayerExhibit exhibit(Subject subject, String layer, Request request) {
        return question.of(subject, layer, request);
    }

    /** On its button. */
    public String word() {
        return say(word);
    }

    /** For people. */
    public String explanation() {
        return say(explanation);
    }

    /** Whether it shows strongest pictures, which must be scanned for. */
    public boolean needsIndex() {
        return this == TOP_9;
    }

    /** The key that shows it, and the feature maps again; none for those. */
    public Optional<String> key() {
        return Optional.of(key).filter(k -> !k.isEmpty());
    }

    /** What the key shows, beside others. */
    public String help() {
        return say(help);
    }
}
