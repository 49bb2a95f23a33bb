package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.viz.analysis.Classifier;
import org.zfscope.viz.analysis.Probe;
import org.zfscope.viz.analysis.Probe.Cell;
import org.zfscope.viz.analysis.Probe.Layer;
import org.zfscope.viz.analysis.Probe.Learned;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Legend;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Plot.Axis;
import org.zfscope.viz.render.Plot.Line;
import org.zfscope.viz.render.Plot.Point;
import org.zfscope.viz.render.Theme;

/**
 * Accuracy by depth, with most pictures a class, a line for each classifier and control [Zeiler2014 table 7]; below it, where
 * there are several numbers of pictures, accuracy by number, a line for some of the layers [Zeiler2014 fig. 9].
 */
public record ProbeFigure(String network, Probe.Result found) {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final int LINES = 5;

    /** Both plots. */
    public Drawing draw(Theme theme) {
        List<Drawing> parts = new ArrayList<>(draw(byDepth(), theme));
        if (numbers().size() > 1) {
            parts.addAll(draw(byNumber(), theme));
        }
        return Mosaic.stacked(parts, 0, theme.paper()).lettered();
    }

    /** The names, which are long, stand below the plot. */
    private static List<Drawing> draw(Plot plot, Theme theme) {
        List<Line> nameless = plot.lines().stream()
                .map(line -> new Line("", line.colour(), line.points()))
                .toList();
        Legend legend = new Legend(plot.lines().stream()
                .map(line -> new Legend.Entry(line.colour(), line.name()))
                .toList());
        return List.of(
                new Plot(plot.title(), plot.x(), plot.y(), nameless).draw(WIDTH, HEIGHT, theme),
                legend.draw(WIDTH, 2, theme));
    }

    private Plot byDepth() {
        int most = numbers().get(numbers().size() - 1);
        List<Line> lines = new ArrayList<>();
        for (Learned learned : Learned.values()) {
            for (Classifier classifier : Classifier.values()) {
                List<Cell> cells = found.cells().stream()
                        .filter(c ->
                                c.layer().learned() == learned && c.classifier() == classifier && c.perClass() == most)
                        .toList();
                if (!cells.isEmpty()) {
                    lines.add(line(called(word(classifier), learned), lines.size(), depths(cells)));
                }
            }
        }
        String first = found.layers().get(0).name();
        String last = found.layers().get(found.layers().size() - 1).name();
        long depth = found.layers().stream().map(Layer::name).distinct().count();
        return new Plot(
                say("viz.probe-figure.by-depth", network, found.classes(), most),
                new Axis(say("viz.probe-figure.depth", first, last), 0.5, depth + 0.5),
                percent(),
                lines);
    }

    private static String called(String name, Learned learned) {
        return learned == Learned.TRAINED ? name : say("viz.probe-figure.shuffled", name);
    }

    /** Layers are counted from 1. */
    private static List<Point> depths(List<Cell> cells) {
        List<Point> points = new ArrayList<>();
        cells.forEach(cell -> points.add(new Point(points.size() + 1, 100 * cell.mean())));
        return points;
    }

    private Plot byNumber() {
        Classifier classifier = found.cells().get(0).classifier();
        List<Line> lines = new ArrayList<>();
        for (Layer layer : some()) {
            List<Point> points = found.cells().stream()
                    .filter(c -> c.layer().equals(layer) && c.classifier() == classifier)
                    .map(c -> new Point(c.perClass(), 100 * c.mean()))
                    .toList();
            lines.add(line(called(layer.name(), layer.learned()), lines.size(), points));
        }
        int most = numbers().get(numbers().size() - 1);
        return new Plot(
                say("viz.probe-figure.by-number", network, word(classifier)),
                new Axis(say("viz.probe-figure.per-class"), 0, most + 1),
                percent(),
                lines);
    }

    /** A few from below to above, and the control of the last. */
    private List<Layer> some() {
        List<Layer> trained = found.layers().stream()
                .filter(l -> l.learned() == Learned.TRAINED)
                .toList();
        List<Layer> some = new ArrayList<>();
        int count = Math.min(LINES, trained.size());
        for (int i = 0; i < count; i++) {
            some.add(trained.get(count == 1 ? 0 : i * (trained.size() - 1) / (count - 1)));
        }
        found.layers().stream()
                .filter(l -> l.learned() == Learned.SHUFFLED)
                .reduce((a, b) -> b)
                .ifPresent(some::add);
        return some;
    }

    private List<Integer> numbers() {
        return found.cells().stream().map(Cell::perClass).distinct().toList();
    }

    private static Axis percent() {
        return new Axis("%", 0, 100);
    }

    private static Line line(String name, int colour, List<Point> points) {
        return new Line(name, Plot.COLOURS.get(colour % Plot.COLOURS.size()), points);
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
