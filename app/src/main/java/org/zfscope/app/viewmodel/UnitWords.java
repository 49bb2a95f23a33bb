package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Unit;

/** What was found of a unit, in words. */
public final class UnitWords {

    private UnitWords() {}

    /** Unit, position, activation, and how long the way back took. */
    public static String of(UnitSheet sheet) {
        Unit unit = sheet.projection().unit();
        String where = sheet.neuron()
                .map(at -> say("app.unit-words.at", at.y(), at.x()))
                .orElse(say("app.unit-words.whole-map"));
        return say(
                "app.unit-words.activation-ms",
                unit.name(),
                where,
                Quantities.digits(unit.activation(), 4),
                sheet.millis());
    }
}
