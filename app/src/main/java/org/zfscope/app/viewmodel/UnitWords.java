package org.zfscope.app.viewmodel;

import java.util.Locale;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.viz.Unit;

/** What was found of a unit, in words. */
public final class UnitWords {

    private UnitWords() {}

    /** Unit, position, activation, and how long the way back took. */
    public static String of(UnitSheet sheet) {
        Unit unit = sheet.projection().unit();
        String where = sheet.neuron().map(at -> "at " + at.y() + "," + at.x()).orElse("whole map");
        return String.format(
                Locale.ROOT, "%s  %s  activation %.4g  %d ms", unit.name(), where, unit.activation(), sheet.millis());
    }
}
