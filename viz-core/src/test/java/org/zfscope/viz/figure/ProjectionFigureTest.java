package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Unit;
import org.zfscope.viz.analysis.TinyWorld;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Scale;
import org.zfscope.viz.render.Theme;

class ProjectionFigureTest {

    private static final int MID = 0x808080;

    private final Network network = TinyWorld.network();
    private final Tensor input = input();
    private final ProjectionFigure figure = new ProjectionFigure(network, input);

    /** A picture that is red everywhere. */
    private Tensor input() {
        Tensor red = Tensor.zeros(network.input());
        Arrays.fill(red.values(), 0, network.input().area(), 1);
        return red;
    }

    /** Of a neuron of conv1, which sees 3 x 3 pixels: at the corner, 2 x 2 of them. */
    private Projection corner(int unit, float activation, float strongest) {
        float[] pixels = new float[3 * 2 * 2];
        pixels[0] = strongest;
        return new Projection(
                new Unit("conv1", unit, 0, Window.at(0, 0), activation),
                Method.DECONVNET,
                new Window(0, 0, 2, 2),
                new Tensor(new Shape(3, 2, 2), pixels),
                network.input());
    }

    @Test
    void wholeIsAsLargeAsTheInputAndMidGreyOutsideTheWindow() {
        RgbImage whole = figure.whole(corner(0, 1, 2), Contrast.projections());

        assertThat(List.of(whole.width(), whole.height())).containsExactly(12, 12);
        assertThat(whole.pixel(0, 0)).isEqualTo(0xFF8080);
        assertThat(Arrays.stream(whole.pixels()).filter(p -> p == MID).count()).isEqualTo(12 * 12 - 1);
    }

    @Test
    void cropAndPatchShowTheFieldAlsoWhereItHangsOverTheBorder() {
        Projection projection = corner(0, 1, 2);

        assertThat(figure.field(projection)).isEqualTo(new Window(-1, -1, 3, 3));
        assertThat(figure.crop(projection, Contrast.projections()).pixels())
                .containsExactly(MID, MID, MID, MID, 0xFF8080, MID, MID, MID, MID);
        int red = figure.seen().pixel(5, 5);
        assertThat(red).isEqualTo(0xFF0000);
        assertThat(figure.patch(projection).pixels()).containsExactly(MID, MID, MID, MID, red, red, MID, red, red);
    }

    @Test
    void pairsAreProjectionAndPatchSideBySide() {
        RgbImage mosaic = figure.mosaic(
                        List.of(corner(0, 1, 2), corner(1, 0, 2)), Contrast.projections(), "title", Theme.LIGHT)
                .picture();

        assertThat(mosaic.pixels()).contains(0xFF8080, 0xFF0000, Theme.LIGHT.blank());
        assertThat(mosaic.pixels()).as("the second does not fire").contains(Theme.LIGHT.mark());
        RgbImage alive = figure.mosaic(List.of(corner(0, 1, 2)), Contrast.projections(), "title", Theme.LIGHT)
                .picture();
        assertThat(alive.pixels()).doesNotContain(Theme.LIGHT.mark());
    }

    @Test
    void aSharedScaleLetsWeakProjectionsLookWeak() {
        List<Projection> both = List.of(corner(0, 1, 4), corner(1, 1, 2));

        int own = pixelsOf(
                figure.mosaic(both, Contrast.projections(), "", Theme.LIGHT).picture(), 0xFF8080);
        int shared = pixelsOf(
                figure.mosaic(both, Contrast.projections().withScale(Scale.Shared.LAYER), "", Theme.LIGHT)
                        .picture(),
                0xFF8080);

        assertThat(shared).isPositive().isEqualTo(own / 2);
    }

    @Test
    void cropsStandOnePixelApartWithoutLabels() {
        RgbImage crops = figure.crops(List.of(corner(0, 1, 2), corner(1, 1, 2)), Contrast.projections())
                .picture();

        assertThat((crops.width() - 1) / 2).isEqualTo(crops.height());
        assertThat(crops.pixel(crops.height(), 0)).isEqualTo(Theme.LIGHT.gap());
    }

    private static int pixelsOf(RgbImage picture, int colour) {
        return (int) Arrays.stream(picture.pixels()).filter(p -> p == colour).count();
    }
}
