package org.zfscope.viz.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.FeatureEvolution;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.LayerEvolution;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.Theme;

class EvolutionFigureTest {

    private static final Theme THEME = new Theme(0xEEEEEE, 0x111111, 0xEEEEEE, 0xEEEEEE, 0xFF0000);

    private static RgbImage draw(float second, String... pictures) {
        List<List<Hit>> found = Arrays.stream(pictures)
                .map(name -> List.of(hit("fixed", 1), hit(name, second)))
                .toList();
        List<Integer> epochs = List.of(1, 2, 5).subList(0, pictures.length);
        Tensor grey = Tensor.zeros(new Shape(1, 48, 48));
        LayerEvolution evolution = new LayerEvolution(
                new FeatureEvolution("relu1", epochs, found),
                List.of(1),
                found.stream().map(f -> List.of(grey)).toList(),
                Channels.GREY);
        return EvolutionFigure.draw(evolution, Contrast.projections(), "", THEME)
                .picture();
    }

    private static Hit hit(String picture, float value) {
        return new Hit(value, new Dataset.Item(picture, ""), 0, 0);
    }

    @Test
    void aColumnIsACheckpoint() {
        int one = draw(1, "a").width();
        int two = draw(1, "a", "a").width();

        assertThat(draw(1, "a", "a", "a").width() - two).isEqualTo(two - one);
        assertThat(draw(1, "a", "a").height()).isEqualTo(draw(1, "a").height());
    }

    @Test
    void tilesWhosePictureIsAnotherOneThanBeforeAreFramed() {
        assertThat(marked(draw(1, "a", "a", "a"))).isZero();
        long frame = marked(draw(1, "a", "b", "b"));
        // two pixels inside the border of 96 x 96
        assertThat(frame).isEqualTo(96 * 96 - 92 * 92);
        assertThat(marked(draw(1, "a", "b", "a"))).isEqualTo(2 * frame);
    }

    @Test
    void mapsThatDoNotFireAreMarked() {
        assertThat(marked(draw(0, "a"))).isPositive();
    }

    private static long marked(RgbImage picture) {
        return Arrays.stream(picture.pixels()).filter(p -> p == THEME.mark()).count();
    }
}
