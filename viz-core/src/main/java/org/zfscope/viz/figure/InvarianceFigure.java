package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.zfscope.viz.analysis.Invariance;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Legend;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Plot.Axis;
import org.zfscope.viz.render.Plot.Line;
import org.zfscope.viz.render.Plot.Point;
import org.zfscope.viz.render.Theme;

/**
 * [Zeiler2014 fig. 5]: a row a movement; the distance in each layer, and the probability of the class, with a line for each
 * picture, whose names stand below.
 *
 * @param pictures their names
 * @param curves by movement and picture
 */
public record InvarianceFigure(List<String> pictures, List<List<Invariance>> curves, Invariance.Distance kind) {

    static final int WIDTH = 560;
    private static final int HEIGHT = 330;

    /** All plots, a row a movement. */
    public Drawing draw(Theme theme) {
        List<Drawing> rows = new ArrayList<>();
        for (List<Plot> row : plots()) {
            List<Drawing> drawn =
                    row.stream().map(plot -> plot.draw(WIDTH, HEIGHT, theme)).toList();
            rows.add(Mosaic.beside(drawn, 0, theme.paper()));
        }
        List<Legend.Entry> names = new ArrayList<>();
        pictures.forEach(name -> names.add(new Legend.Entry(colour(names.size()), name)));
        rows.add(new Legend(names).draw(WIDTH, 2, theme));
        return Mosaic.stacked(rows, 0, theme.paper()).lettered();
    }

    private static int colour(int picture) {
        return Plot.COLOURS.get(picture % Plot.COLOURS.size());
    }

    /** By movement. */
    public List<List<Plot>> plots() {
        return curves.stream().map(this::plots).toList();
    }

    private List<Plot> plots(List<Invariance> row) {
        Invariance first = row.get(0);
        List<Plot> plots = new ArrayList<>();
        for (int l = 0; l < first.layers().size(); l++) {
            int layer = l;
            String title = say("viz.invariance-figure.distance", first.layers().get(l), word(first.movement()));
            plots.add(plot(row, title, word(kind), c -> c.distances(layer, kind)));
        }
        if (!first.probabilities().isEmpty()) {
            String title = say("viz.invariance-figure.probability", word(first.movement()));
            plots.add(plot(row, title, "P", Invariance::probabilities));
        }
        return plots;
    }

    private Plot plot(List<Invariance> row, String title, String unit, Function<Invariance, List<Double>> values) {
        List<Double> amounts = row.get(0).amounts();
        double most = row.stream()
                .flatMap(c -> values.apply(c).stream())
                .mapToDouble(d -> d)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double first = amounts.get(0);
        double last = amounts.get(amounts.size() - 1);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            lines.add(new Line("", colour(i), points(amounts, values.apply(row.get(i)))));
        }
        return new Plot(
                title,
                new Axis(amount(row.get(0).movement()), first, last > first ? last : first + 1),
                new Axis(unit, 0, most > 0 ? 1.05 * most : 1),
                lines);
    }

    private static List<Point> points(List<Double> amounts, List<Double> values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            points.add(new Point(amounts.get(i), values.get(i)));
        }
        return points;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String amount(Movement movement) {
        return switch (movement) {
            case TRANSLATION -> say("viz.invariance-figure.pixels-down");
            case SCALE -> say("viz.invariance-figure.ratio");
            case ROTATION -> say("viz.invariance-figure.degrees");
        };
    }
}
