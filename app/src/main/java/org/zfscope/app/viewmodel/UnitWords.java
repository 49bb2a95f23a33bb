package org.zfscope.app.viewmodel;

import static org.zfscope.models.words.Words.say;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.zfscope.app.engine.UnitSheet;
import org.zfscope.models.Network;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.Method;
import org.zfscope.viz.Target;
import org.zfscope.viz.Unit;

/** What was found of a unit, in words. */
public final class UnitWords {

    private UnitWords() {}

    /**
     * Unit, position and activation; below them the values of its map, how it was carried back, and how long that took.
     *
     * @param found where the names of the classes are
     */
    public static String of(UnitSheet sheet, Results found) {
        List<String> labels = found.network().get().map(Network::labels).orElse(List.of());
        return what(sheet, labels) + "\n" + values(sheet) + how(sheet);
    }

    /** Of the map, in a line of its own; nothing of one value or of a map that is zero everywhere. */
    private static String values(UnitSheet sheet) {
        if (!sheet.hasMap() || isSilent(sheet)) {
            return "";
        }
        float[] values = sheet.values().values();
        DoubleSummaryStatistics all =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).summaryStatistics();
        long zeros =
                IntStream.range(0, values.length).filter(i -> values[i] == 0).count();
        return say(
                        "app.unit-words.values",
                        Quantities.value(all.getMin()),
                        Quantities.value(all.getMax()),
                        Quantities.value(all.getAverage()),
                        Quantities.fixed(100.0 * zeros / values.length, 1))
                + "\n";
    }

    /** Whether the unit answered to nothing: what is carried back means nothing then. */
    public static boolean isSilent(UnitSheet sheet) {
        return sheet.projection().unit().activation() == 0
                && sheet.target().map().isPresent();
    }

    private static String what(UnitSheet sheet, List<String> labels) {
        Unit unit = sheet.projection().unit();
        String value = Quantities.value(unit.activation());
        if (sheet.target() instanceof Target.ClassScore score) {
            String label = score.index() < labels.size() ? labels.get(score.index()) : score.toString();
            return say("app.unit-words.score", score.index(), label, value);
        }
        if (isSilent(sheet)) {
            return say("app.unit-words.silent", unit.name());
        }
        if (!sheet.hasMap()) {
            return say("app.unit-words.activation", unit.name(), value);
        }
        return sheet.neuron()
                .map(at -> say("app.unit-words.activation-at", unit.name(), at.y(), at.x(), value))
                .orElseGet(() -> say("app.unit-words.whole-map", unit.name(), value));
    }

    private static String how(UnitSheet sheet) {
        Method method = sheet.question().method();
        return say("app.unit-words.how", ChoiceWords.of(method.relu()), ChoiceWords.of(method.seed()), sheet.millis());
    }
}
