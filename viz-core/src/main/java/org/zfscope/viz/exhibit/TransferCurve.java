package org.zfscope.viz.exhibit;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zfscope.models.words.Columns;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.figure.TransferFigure;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Theme;

/**
 * What has been learned before against learning from scratch, by pictures a class [Zeiler2014 tables 4 and 5, fig. 9].
 *
 * @param network what it is called
 * @param probed one layer, by one classifier
 * @param scratch accuracy, 0 to 1, of the folds by number of pictures a class
 */
public record TransferCurve(String network, Probe.Result probed, Map<Integer, List<Double>> scratch)
        implements Figure, Answer {

    /** Columns of the table: the probed layer, its control, the network trained from scratch. */
    private List<List<Cell>> series() {
        List<List<Cell>> series = new ArrayList<>();
        for (Probe.Layer layer : probed.layers()) {
            series.add(
                    probed.cells().stream().filter(c -> c.layer().equals(layer)).toList());
        }
        series.add(series.get(0).stream()
                .map(c -> new Cell(
                        c.layer(), c.classifier(), c.perClass(), Objects.requireNonNull(scratch.get(c.perClass()))))
                .toList());
        return series;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        Cell first = probed.cells().get(0);
        names.add(say("viz.transfer-curve.features", first.layer().name(), Command.word(first.classifier())));
        if (probed.layers().size() > 1) {
            names.add(say("viz.transfer-curve.shuffled"));
        }
        names.add(say("viz.transfer-curve.scratch"));
        return names;
    }

    @Override
    public Drawing labelled(Theme theme) {
        String title = say("viz.transfer-curve.title", network, probed.classes());
        return new TransferFigure(title, names(), series()).draw(theme);
    }

    @Override
    public Drawing plain() {
        return labelled(Theme.LIGHT);
    }

    @Override
    public Object json() {
        List<Object> json = new ArrayList<>();
        List<List<Cell>> series = series();
        for (int s = 0; s < series.size(); s++) {
            for (Cell cell : series.get(s)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("learned", kind(s, series.size()));
                one.put("perClass", cell.perClass());
                one.put("mean", cell.mean());
                one.put("deviation", cell.deviation());
                one.put("folds", cell.accuracies());
                json.add(one);
            }
        }
        return json;
    }

    private static String kind(int series, int all) {
        return series == 0 ? "features" : series == all - 1 ? "scratch" : "shuffled";
    }

    @Override
    public String text() {
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(say("viz.transfer-curve.per-class")));
        head.addAll(names());
        rows.add(head);
        List<List<Cell>> series = series();
        for (int i = 0; i < series.get(0).size(); i++) {
            List<String> row = new ArrayList<>();
            row.add(Integer.toString(series.get(0).get(i).perClass()));
            for (List<Cell> cells : series) {
                row.add(say(
                        "viz.probe-words.cell",
                        Quantities.fixed(100 * cells.get(i).mean(), 1),
                        Quantities.fixed(100 * cells.get(i).deviation(), 1)));
            }
            rows.add(row);
        }
        List<String> lines = new ArrayList<>(List.of(say("viz.transfer-curve.title", network, probed.classes())));
        lines.addAll(Columns.of(rows));
        return String.join("\n", lines);
    }
}
