package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.viz.analysis.Invariance;
import org.zfscope.viz.analysis.Movement;
import org.zfscope.viz.render.Plot;
import org.zfscope.viz.render.Theme;

class InvarianceFigureTest {

    /** A letter in the middle of a title is drawn only where nothing of it was cut. */
    @ParameterizedTest
    @EnumSource
    void theTitleOfProbabilitiesIsDrawnWhole(Movement movement) {
        List<Double> amounts = List.of(0.0, 1.0);
        Invariance curve =
                new Invariance(movement, amounts, List.of("conv1"), List.of(amounts), List.of(amounts), 0, amounts);
        List<List<Invariance>> curves = List.of(List.of(curve));
        List<Plot> plots = new InvarianceFigure(List.of("a.png"), curves, Invariance.Distance.RAW)
                .plots()
                .get(0);
        Plot plot = plots.get(plots.size() - 1);

        String title = plot.title();
        int middle = title.length() / 2;
        String other = title.substring(0, middle) + "#" + title.substring(middle + 1);

        assertThat(pixels(plot)).isNotEqualTo(pixels(new Plot(other, plot.x(), plot.y(), plot.lines())));
    }

    private static int[] pixels(Plot plot) {
        return plot.draw(InvarianceFigure.WIDTH, 330, Theme.LIGHT).picture().pixels();
    }
}
