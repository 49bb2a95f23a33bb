package org.zfscope.viz.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {

    private static final int INK = 0x0B5FA5;

    @Test
    void barsStandOnTheLowerEdgeAndWhatIsThereIsSeen() {
        Bars bars = new Bars(List.of(0.0, 0.001, 2.0, 4.0, 9.0), 4);

        assertThat(AsciiArt.of(bars.draw(1, 4, INK, Theme.LIGHT).picture(), INK))
                .isEqualTo(String.join(
                        "\n", //
                        "...##", "...##", "..###", ".####"));
    }

    @Test
    void anOutlineGoesAroundTheBars() {
        assertThat(Plot.Line.ofBars("n", INK, 10, 5, List.of(1.0, 3.0)).points())
                .containsExactly(
                        new Plot.Point(10, 0),
                        new Plot.Point(10, 1),
                        new Plot.Point(15, 1),
                        new Plot.Point(15, 3),
                        new Plot.Point(20, 3),
                        new Plot.Point(20, 0));
    }
}
