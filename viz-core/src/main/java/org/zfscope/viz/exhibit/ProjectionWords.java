package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zfscope.models.tensor.Window;
import org.zfscope.models.words.Quantities;
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
        json.put("gates", Command.word(projection.method().gates()));
        json.put("window", Arrays.asList(window.y(), window.x(), window.height(), window.width()));
        return json;
    }

    static String text(Projection projection) {
        Unit unit = projection.unit();
        Window window = projection.window();
        String where =
                unit.isMap() ? "map" : unit.window().y() + "," + unit.window().x();
        return say(
                "viz.projection-words.activation-window-y-x",
                unit.name(),
                where,
                Quantities.digits(unit.activation(), 6),
                window.y(),
                window.x(),
                window.height(),
                window.width(),
                Quantities.digits(projection.pixels().maxAbs(), 6));
    }
}
