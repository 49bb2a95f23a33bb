package org.zfscope.viz.render;

import static org.zfscope.models.words.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.zfscope.models.words.Quantities;

/**
 * Lines over two axes, under a title. As pixels its letters are this package's own, so that plots, like mosaics, are
 * the same on every machine, also on one without fonts; only what is not ASCII takes the system's fonts.
 */
public record Plot(String title, Axis x, Axis y, List<Line> lines) {

    /** One direction: from .. to, with its name beside it. */
    public record Axis(String name, double from, double to) {
        public Axis {
            if (!(from < to)) {
                throw new IllegalArgumentException(say("viz.plot.axis-must-empty", from, to));
            }
        }

        /** Where a value lies: 0 at the beginning, 1 at the end. */
        double part(double value) {
            return (value - from) / (to - from);
        }
    }

    /** A named line through points; without a name where a legend stands elsewhere. */
    public record Line(String name, int colour, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }

        /**
         * The outline of bars that stand on zero side by side.
         *
         * @param from where the first bar begins
         * @param width of each
         */
        public static Line ofBars(String name, int colour, double from, double width, List<Double> heights) {
            List<Point> points = new ArrayList<>();
            points.add(new Point(from, 0));
            for (int i = 0; i < heights.size(); i++) {
                points.add(new Point(from + i * width, heights.get(i)));
                points.add(new Point(from + (i + 1) * width, heights.get(i)));
            }
            points.add(new Point(from + heights.size() * width, 0));
            return new Line(name, colour, points);
        }
    }

    /** A place on a line. */
    public record Point(double x, double y) {}

    /** Colours that differ for the colour-blind too, dark enough on white. */
    public static final List<Integer> COLOURS = List.of(0x0B5FA5, 0xC8501E, 0x2E7D32, 0x7B3FA0, 0x8A6D00, 0x555555);

    private static final int ZOOM = 2;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 66;
    private static final int BOTTOM = 56;
    private static final int TICK = 5;

    public Plot {
        lines = List.copyOf(lines);
    }

    /** The plot in that size. */
    public Drawing draw(int width, int height, Theme theme) {
        if (width < 2 * (LEFT + RIGHT) || height < 2 * (TOP + BOTTOM)) {
            throw new IllegalArgumentException(say("viz.plot.plot-needs-more-pixels", Quantities.shape(width, height)));
        }
        Canvas canvas = new Canvas(width, height, theme.paper());
        int w = width - LEFT - RIGHT;
        int h = height - TOP - BOTTOM;
        write(canvas, Text.cut(title, w, ZOOM), LEFT, 10, theme);
        legend(canvas, w, theme);
        vertical(canvas, w, h, theme);
        horizontal(canvas, w, h, theme);
        canvas.frame(LEFT, TOP, w + 1, h + 1, 1, theme.ink());
        for (Line line : lines) {
            draw(canvas, line, w, h);
        }
        return canvas.drawing();
    }

    private void legend(Canvas canvas, int w, Theme theme) {
        List<Line> named = lines.stream().filter(l -> !l.name().isEmpty()).toList();
        int place = w / Math.max(1, named.size());
        for (int i = 0; i < named.size(); i++) {
            int at = LEFT + i * place;
            canvas.line(at, 44, at + 24, 44, 3, named.get(i).colour());
            write(canvas, Text.cut(named.get(i).name(), place - 40, ZOOM), at + 32, 38, theme);
        }
    }

    /** The marks of the vertical axis. */
    private void vertical(Canvas canvas, int w, int h, Theme theme) {
        Ticks ticks = Ticks.of(y, h / 50);
        for (double value : ticks.values()) {
            int at = TOP + h - (int) Math.round(y.part(value) * h);
            canvas.line(LEFT, at, LEFT + w, at, 1, ColourMap.mix(theme.paper(), theme.ink(), 0.15));
            canvas.fill(LEFT - TICK, at, TICK, 1, theme.ink());
            Text label = Text.cut(ticks.label(value), LEFT, ZOOM);
            label.drawEnding(canvas, LEFT - TICK - 4, at - 6, theme.ink());
        }
        write(canvas, Text.cut(y.name(), LEFT, ZOOM), 6, TOP - 20, theme);
    }

    /** The marks of the horizontal axis. */
    private void horizontal(Canvas canvas, int w, int h, Theme theme) {
        Ticks ticks = Ticks.of(x, w / 70);
        for (double value : ticks.values()) {
            int at = LEFT + (int) Math.round(x.part(value) * w);
            canvas.fill(at, TOP + h, 1, TICK, theme.ink());
            Text label = Text.cut(ticks.label(value), LEFT, ZOOM);
            label.drawCentred(canvas, at - label.width() / 2, TOP + h + TICK + 4, label.width(), theme.ink());
        }
        Text name = Text.cut(x.name(), w, ZOOM);
        name.drawCentred(canvas, LEFT, TOP + h + 32 - name.rise(), w, theme.ink());
    }

    /** With the built-in letters' upper edge at {@code y}; higher ones reach above it. */
    private static void write(Canvas canvas, Text text, int x, int y, Theme theme) {
        text.draw(canvas, x, y - text.rise(), theme.ink());
    }

    private void draw(Canvas canvas, Line line, int w, int h) {
        for (int i = 0; i < line.points().size(); i++) {
            Point to = line.points().get(i);
            Point from = line.points().get(Math.max(0, i - 1));
            canvas.line(
                    LEFT + x.part(from.x()) * w,
                    TOP + h - y.part(from.y()) * h,
                    LEFT + x.part(to.x()) * w,
                    TOP + h - y.part(to.y()) * h,
                    2.5,
                    line.colour());
        }
    }
}
