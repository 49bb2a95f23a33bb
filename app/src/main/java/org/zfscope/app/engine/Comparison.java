package org.zfscope.app.engine;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.Optional;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.InputException;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Targets;
import org.zfscope.viz.Unit;
import org.zfscope.viz.exhibit.Command;
import org.zfscope.viz.exhibit.PictureRun;
import org.zfscope.viz.exhibit.Subject;

/**
 * How does what a unit answers to differ elsewhere?
 *
 * @param pinned another network or picture
 * @param control whether through shuffled weights too
 */
record Comparison(UnitView unit, Optional<Subject> pinned, boolean control) {

    ComparisonSheet sheet(Engine engine, Progress progress) {
        Optional<RgbImage> shuffled = control ? Optional.of(control(engine, progress)) : Optional.empty();
        try {
            Optional<UnitSheet> other = pinned.map(unit::in).map(view -> view.sheet(engine.lab(), progress));
            return new ComparisonSheet(Optional.of(this), shuffled, other, "");
        } catch (InputException e) {
            return new ComparisonSheet(Optional.of(this), shuffled, Optional.empty(), e.message());
        }
    }

    String pinnedWords() {
        return pinned.map(other -> say("app.comparison.pinned", words(other))).orElse("");
    }

    String controlWords() {
        return say("app.comparison.control", words(unit.subject()), Engine.CONTROL_SEED);
    }

    /** Unit, picture, network and rule. */
    private String words(Subject subject) {
        return say(
                "app.comparison.unit",
                unit.target(),
                subject.picture()
                        .map(file -> String.valueOf(file.getFileName()))
                        .orElse(""),
                subject.model().shortName(),
                Command.word(unit.method().relu()));
    }

    /** The unit's own seed, carried back by the switches of the true run. */
    private RgbImage control(Engine engine, Progress progress) {
        PictureRun run = engine.lab().run(unit.subject(), Keep.everything());
        Network shuffled = engine.control(run.network());
        Unit seed = new Targets(run.activations(), 0).find(unit.target());
        Projection projection = engine.lab()
                .projector(shuffled, unit.method())
                .projectUnits(run.activations(), List.of(seed), progress)
                .get(0);
        return run.figure().crop(projection, unit.contrast());
    }
}
