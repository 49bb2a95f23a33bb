package org.zfscope.viz.figure;

import static org.zfscope.models.words.Words.say;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.zfscope.models.train.EpochRecord;
import org.zfscope.models.words.Quantities;
import org.zfscope.viz.render.Drawing;
import org.zfscope.viz.render.Mosaic;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Plot.Axis;
import org.zfscope.viz.render.Plot.Line;
import org.zfscope.viz.render.Plot.Point;
import org.zfscope.viz.render.Theme;

/** How a training went, epoch by epoch: its losses above, its accuracy on the validation pictures below. */
public final class TrainingCurves {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;

    private TrainingCurves() {}

    /**
     * Draws both.
     *
     * @param epochs at least one
     */
    public static Drawing draw(String network, List<EpochRecord> epochs, Theme theme) {
        Axis time = new Axis(say("viz.training-curves.epoch"), 0, Math.max(2, epochs.size()));
        EpochRecord last = epochs.get(epochs.size() - 1);
        double most = epochs.stream()
                .mapToDouble(e -> Math.max(e.loss(), e.validationLoss()))
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Plot losses = new Plot(
                say("viz.training-curves.loss", network),
                time,
                new Axis(say("viz.training-curves.loss-axis"), 0, 1.05 * Math.max(0.1, most)),
                List.of(
                        line(say("viz.training-curves.training"), 0, epochs, EpochRecord::loss),
                        line(say("viz.training-curves.validation"), 1, epochs, EpochRecord::validationLoss)));
        Plot accuracy = new Plot(
                say(
                        "viz.training-curves.top-1-validation-pictures",
                        network,
                        Quantities.fixed(100 * last.accuracy(), 1),
                        last.epoch()),
                time,
                new Axis("%", 0, 100),
                List.of(line(say("viz.training-curves.centre-crop"), 2, epochs, e -> 100 * e.accuracy())));
        return Mosaic.stacked(
                List.of(losses.draw(WIDTH, HEIGHT, theme), accuracy.draw(WIDTH, HEIGHT, theme)), 0, theme.paper());
    }

    private static Line line(String name, int colour, List<EpochRecord> epochs, ToDoubleFunction<EpochRecord> value) {
        List<Point> points = epochs.stream()
                .map(e -> new Point(e.epoch(), value.applyAsDouble(e)))
                .filter(p -> Double.isFinite(p.y()))
                .toList();
        return new Line(name, Plot.COLOURS.get(colour), points);
    }
}
