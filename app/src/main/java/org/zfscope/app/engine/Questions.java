package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zfscope.models.io.InputException;
import org.zfscope.models.train.Checkpoints;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Ascent;
import org.zfscope.viz.analysis.EvolutionScan;
import org.zfscope.viz.analysis.Invariance;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.analysis.Sweep;
import org.zfscope.viz.exhibit.ClassAttributions;
import org.zfscope.viz.exhibit.ComparedRules;
import org.zfscope.viz.exhibit.CorrespondenceTable;
import org.zfscope.viz.exhibit.Evolution;
import org.zfscope.viz.exhibit.ExplainedValue;
import org.zfscope.viz.exhibit.InvarianceCurves;
import org.zfscope.viz.exhibit.MaximizedUnits;
import org.zfscope.viz.exhibit.OcclusionMap;
import org.zfscope.viz.exhibit.PictureExhibit;
import org.zfscope.viz.exhibit.Subject;
import org.zfscope.viz.render.Contrast;

/** The experiments' questions. */
final class Questions {

    private static final String ALL = ":*";

    /** The seed of the control's weights, as on the command line. */
    private static final long CONTROL = 1;

    private Questions() {}

    static PictureExhibit value(Situation s) {
        Target target = s.target();
        if (target.isWholeMap()) {
            throw new InputException(say("app.questions.one-neuron"));
        }
        return new ExplainedValue(s.seeing(), target, s.count(Knob.CHANNELS, 1));
    }

    static PictureExhibit rules(Situation s) {
        return new ComparedRules(
                s.seeing(),
                s.target(),
                Contrast.projections().withGain(s.request().gain()),
                CONTROL);
    }

    static PictureExhibit attribution(Situation s) {
        return new ClassAttributions(
                s.seeing(),
                s.label(),
                s.parsed(Knob.CAM, s.network()::named),
                s.count(Knob.STEPS, 1),
                s.count(Knob.SAMPLES, 1),
                s.positive(Knob.NOISE).orElse(ClassAttributions.NOISE),
                s.seed());
    }

    static PictureExhibit occlusion(Situation s) {
        String layer = s.layer();
        return new OcclusionMap(
                s.seeing(),
                layer,
                s.mapOfLayer(),
                s.label(),
                Optional.of(s.occluder()),
                s.fill(),
                s.index().filter(i -> i.index().tops().layers().containsKey(layer)));
    }

    static PictureExhibit invariance(Situation s) {
        List<Path> pictures = s.text(Knob.PICTURES).equals(Knob.PICTURES.usual())
                ? List.of(s.seeing().picture().orElseThrow())
                : s.film();
        Map<Movement, Sweep> sweeps = new EnumMap<>(Movement.class);
        for (Movement movement : Movement.values()) {
            sweep(s, movement).ifPresent(sweep -> sweeps.put(movement, sweep));
        }
        if (sweeps.isEmpty() || pictures.isEmpty()) {
            throw new InputException(say("app.questions.no-movement"));
        }
        Invariance.Distance distance =
                Invariance.Distance.valueOf(s.text(Knob.DISTANCE).toUpperCase(Locale.ROOT));
        return new InvarianceCurves(s.alone(), pictures, s.layersFromTheFirst(), sweeps, s.fill(), s.label(), distance);
    }

    /** By how much pictures are moved; not at all where nothing is typed. */
    static Optional<Sweep> sweep(Situation s, Movement movement) {
        return s.parsed(knob(movement), Sweep::parse).map(sweep -> {
            if (movement == Movement.SCALE && !(sweep.from() > 0)) {
                throw new InputException(say("app.questions.scale"));
            }
            return sweep;
        });
    }

    static Knob knob(Movement movement) {
        return switch (movement) {
            case TRANSLATION -> Knob.TRANSLATION;
            case SCALE -> Knob.SCALING;
            case ROTATION -> Knob.ROTATION;
        };
    }

    static PictureExhibit correspondence(Situation s) {
        if (s.text(Knob.PARTS).isEmpty()) {
            throw new InputException(say("app.questions.no-parts"));
        }
        Path parts = s.path(Knob.PARTS);
        Path folder = s.text(Knob.IMAGES).isEmpty()
                ? Optional.ofNullable(parts.getParent()).orElse(Path.of(""))
                : s.path(Knob.IMAGES);
        return new CorrespondenceTable(
                s.alone(),
                parts,
                folder,
                s.layersToTheLast(),
                s.whole(Knob.SQUARE, 0).orElse(0),
                s.fill(),
                s.count(Knob.RANDOM, 0),
                s.seed());
    }

    static PictureExhibit ascent(Situation s) {
        Ascent.Preset preset = Ascent.Preset.valueOf(s.text(Knob.PRESET).toUpperCase(Locale.ROOT));
        Ascent.Recipe recipe = new Ascent.Recipe(
                preset,
                s.whole(Knob.ASCENT_STEPS, 0).orElse(preset.steps()),
                s.positive(Knob.STEP).orElse(preset.step()),
                s.seed());
        Subject subject = preset == Ascent.Preset.ACCENTUATE ? s.seeing() : s.alone();
        boolean one = s.text(Knob.UNITS).equals(Knob.UNITS.usual());
        String unit = one ? s.target().toString() : s.layer() + ALL;
        return new MaximizedUnits(subject, s.layer(), List.of(unit), recipe, s.count(Knob.BEST, 0));
    }

    static PictureExhibit evolution(Situation s) {
        EvolutionScan.Options options = new EvolutionScan.Options(s.named(), s.count(Knob.MAPS, 1), s.seed());
        return new Evolution(
                Checkpoints.in(s.path(Knob.CHECKPOINTS)),
                s.path(Knob.IMAGES),
                options,
                Contrast.projections().withGain(s.request().gain()));
    }
}
