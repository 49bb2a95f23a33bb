package org.zfscope.viz.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.open.Models;
import org.zfscope.viz.render.Contrast;
import org.zfscope.viz.render.MosaicStyle;

/** The weights of Caffe's cifar10_quick, drawn as Caffe's notebook draws them: {@code vis_square}, written out again. */
class CaffeMosaicTest {

    private static final int SIDE = 5;

    @ParameterizedTest
    @CsvSource({
        // layer, its filters that are drawn, tiles a row, pixels
        "conv1, 32, 6, 36",
        "conv2, 32, 32, 192",
        "conv3, 32, 32, 192"
    })
    void mosaicsAreThoseOfCaffe(String layer, int filters, int across, int pixels) {
        Path folder = SharedData.require("data/weights/caffe-cifar10");
        ModelSource source = ModelSource.ofFile(folder.resolve("cifar10_quick.prototxt"))
                .withWeights(Optional.of(folder.resolve("cifar10_quick_iter_5000.caffemodel.h5")));
        Filters question = new Filters(Subject.of(source), layer, Contrast.weights(), MosaicStyle.caffe(), 32);
        try (Lab lab = new Lab(Models::open, Lab.Capacity.ONE)) {
            Network network = lab.network(source);
            float[] weights =
                    ((Convolution) network.node(layer).layer()).weights().values();
            boolean colour = layer.equals("conv1");
            RgbImage drawn = question.answer(lab, Progress.SILENT).plain().picture();
            assertThat(drawn.width()).isEqualTo(pixels);
            assertThat(drawn.height()).isEqualTo(pixels);
            int tiles = colour ? filters : filters * 32;
            int values = tiles * (colour ? 3 : 1) * SIDE * SIDE;
            check(drawn, new Stack(weights, values, tiles, colour), across);
        }
    }

    /** Many small pictures on one scale, from black for the least of all to white for the most. */
    private record Stack(float[] weights, int values, int tiles, boolean colour) {

        int pixel(int tile, int y, int x) {
            int red = grey(colour ? tile * 3 : tile, y, x);
            return colour
                    ? RgbImage.rgb(red, grey(tile * 3 + 1, y, x), grey(tile * 3 + 2, y, x))
                    : RgbImage.rgb(red, red, red);
        }

        private int grey(int plane, int y, int x) {
            double least = Double.MAX_VALUE;
            double most = -Double.MAX_VALUE;
            for (int i = 0; i < values; i++) {
                least = Math.min(least, weights[i]);
                most = Math.max(most, weights[i]);
            }
            return (int) Math.round((weights[(plane * SIDE + y) * SIDE + x] - least) / (most - least) * 255);
        }
    }

    /** Tiles stand row by row in a square, one pixel to the right of and below each. */
    private static void check(RgbImage drawn, Stack stack, int across) {
        for (int tile = 0; tile < stack.tiles(); tile += tile < 40 ? 1 : 97) {
            for (int y = 0; y < SIDE; y++) {
                for (int x = 0; x < SIDE; x++) {
                    int at = drawn.pixel(tile % across * (SIDE + 1) + x, tile / across * (SIDE + 1) + y);
                    assertThat(at & 0xFFFFFF)
                            .as("tile %d at %d,%d", tile, y, x)
                            .isEqualTo(stack.pixel(tile, y, x) & 0xFFFFFF);
                }
            }
        }
    }
}
