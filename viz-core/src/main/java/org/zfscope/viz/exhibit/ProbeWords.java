package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.zfscope.models.words.Columns;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.analysis.Probe.Layer;
import org.zfscope.viz.analysis.Probe.Learned;
import org.zfscope.viz.analysis.Tops;

/** A probe's numbers in words, for machines and for people. */
final class ProbeWords {

    private ProbeWords() {}

    static String csv(Cell cell) {
        Layer layer = cell.layer();
        return String.format(
                Locale.ROOT,
                "\"%s\",%s,%d,%s,%d,%.5f,%.5f,%d",
                layer.name().replace("\"", "\"\""),
                Command.word(layer.learned()),
                layer.length(),
                Command.word(cell.classifier()),
                cell.perClass(),
                cell.mean(),
                cell.deviation(),
                cell.accuracies().size());
    }

    static Map<String, Object> json(Layer layer, List<Cell> cells) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("layer", layer.name());
        json.put("weights", Command.word(layer.learned()));
        json.put("features", layer.features());
        List<Object> accuracies = new ArrayList<>();
        for (Cell cell : of(layer, cells)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("classifier", Command.word(cell.classifier()));
            one.put("perClass", cell.perClass());
            one.put("mean", cell.mean());
            one.put("deviation", cell.deviation());
            one.put("folds", cell.accuracies());
            accuracies.add(one);
        }
        json.put("accuracies", accuracies);
        return json;
    }

    static Map<String, Object> json(Tops.Skipped skipped) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("picture", skipped.path());
        json.put("problem", skipped.problem());
        return json;
    }

    private static List<Cell> of(Layer layer, List<Cell> cells) {
        return cells.stream().filter(cell -> cell.layer().equals(layer)).toList();
    }

    /** A row a layer, like [Zeiler2014 table 7]. */
    static String text(String network, Probe.Result found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head(found));
        found.layers().forEach(layer -> rows.add(row(layer, of(layer, found.cells()))));
        int folds = found.cells().get(0).accuracies().size();
        return String.join(
                "\n",
                Stream.of(
                                Stream.of(say(
                                        "viz.probe-words.title", network, found.pictures(), found.classes(), folds)),
                                Columns.of(rows).stream(),
                                found.skipped().stream()
                                        .map(s -> say("viz.probe-words.skipped", s.path(), s.problem())))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private static List<String> head(Probe.Result found) {
        List<String> head = new ArrayList<>();
        head.add(say("viz.probe-words.layer"));
        head.add(say("viz.probe-words.features"));
        of(found.layers().get(0), found.cells())
                .forEach(c -> head.add(say("viz.probe-words.column", Command.word(c.classifier()), c.perClass())));
        return head;
    }

    private static List<String> row(Layer layer, List<Cell> cells) {
        List<String> row = new ArrayList<>();
        row.add(layer.learned() == Learned.TRAINED ? layer.name() : say("viz.probe-words.shuffled", layer.name()));
        row.add(Quantities.shape(
                layer.features().stream().mapToLong(Integer::longValue).toArray()));
        cells.forEach(cell -> row.add(say(
                "viz.probe-words.cell",
                Quantities.fixed(100 * cell.mean(), 1),
                Quantities.fixed(100 * cell.deviation(), 1))));
        return row;
    }
}
