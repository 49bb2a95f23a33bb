package org.zfscope.viz.exhibit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Unit;

/** A projection in words, for machines and for people. */
final class ProjectionWords {

    private ProjectionWords() {}

    /** The position is null for a whole map. */
    static Map<String, Object> json(Projection projection) {
        Unit unit = projection.unit();
        Window window = projection.window();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", unit.name());
        json.put(
                "position",
                unit.isMap() ? null : List.of(unit.window().y(), unit.window().x()));
        json.put("activation", unit.activation());
        json.put("rule", Command.word(projection.method().relu()));
        json.put("lrn", Command.word(projection.method().lrn()));
        json.put("window", Arrays.asList(window.y(), window.x(), window.height(), window.width()));
        return json;
    }

    static String text(Projection projection) {
        Unit unit = projection.unit();
        Window window = projection.window();
        String where =
                unit.isMap() ? "map" : unit.window().y() + "," + unit.window().x();
        return String.format(
                Locale.ROOT,
                "%s@%s  activation %g  window y %d x %d, %d x %d  largest %g",
                unit.name(),
                where,
                unit.activation(),
                window.y(),
                window.x(),
                window.height(),
                window.width(),
                projection.pixels().maxAbs());
    }
}
