package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Legend;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Plot.Axis;
import org.zfscope.viz.render.Plot.Line;
import org.zfscope.viz.render.Plot.Point;
import org.zfscope.viz.render.Theme;

/**
 * Accuracy by pictures a class, a line a way of learning [Zeiler2014 fig. 9].
 *
 * @param names of the lines
 * @param series of each line, by rising number of pictures
 */
public record TransferFigure(String title, List<String> names, List<List<Cell>> series) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;

    /** The plot, its names below. */
    public Drawing draw(Theme theme) {
        List<Line> lines = new ArrayList<>();
        List<Legend.Entry> entries = new ArrayList<>();
        for (List<Cell> cells : series) {
            int colour = Plot.COLOURS.get(lines.size());
            entries.add(new Legend.Entry(colour, names.get(lines.size())));
            lines.add(new Line("", colour, points(cells)));
        }
        List<Cell> first = series.get(0);
        int most = first.get(first.size() - 1).perClass();
        Plot plot =
                new Plot(title, new Axis(say("viz.probe-figure.per-class"), 0, most + 1), new Axis("%", 0, 100), lines);
        List<Drawing> parts = List.of(plot.draw(WIDTH, HEIGHT, theme), new Legend(entries).draw(WIDTH, 2, theme));
        return Mosaic.stacked(parts, 0, theme.paper()).lettered();
    }

    private static List<Point> points(List<Cell> cells) {
        return cells.stream().map(c -> new Point(c.perClass(), 100 * c.mean())).toList();
    }
}
