package org.zfscope.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Unit;

/** A projection in words, for machines and for people. */
final class ProjectionJson {

    private ProjectionJson() {}

    /** The position is null for a whole map. */
    static Map<String, Object> of(Projection projection) {
        Unit unit = projection.unit();
        Window window = projection.window();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", unit.name());
        json.put(
                "position",
                unit.isMap() ? null : List.of(unit.window().y(), unit.window().x()));
        json.put("activation", unit.activation());
        json.put("rule", word(projection.method().relu()));
        json.put("lrn", word(projection.method().lrn()));
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

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
