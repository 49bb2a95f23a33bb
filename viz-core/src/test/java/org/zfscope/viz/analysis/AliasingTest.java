package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Network;
import org.zfscope.models.Network.Node;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

class AliasingTest {

    private static final Shape INPUT = new Shape(3, 64, 64);

    /** A first layer of tents, which add up to a flat surface, or of tiles with a spot, which repeat with the stride. */
    private static Network network(boolean tents, int stride) {
        int kernel = tents ? 2 * stride - 1 : stride;
        int filters = 4;
        float[] first = new float[filters * 3 * kernel * kernel];
        for (int i = 0; i < first.length; i++) {
            double x = Math.abs(i % kernel - (kernel - 1) / 2.0);
            double y = Math.abs(i / kernel % kernel - (kernel - 1) / 2.0);
            double tent = (1 - x / stride) * (1 - y / stride);
            double spot = x < 1 && y < 1 ? 1 : 0.2;
            first[i] = (float) (tents ? tent : spot);
        }
        Random random = new Random(5);
        float[] second = new float[8 * filters * 25];
        for (int i = 0; i < second.length; i++) {
            second[i] = (float) (1 + 0.2 * random.nextGaussian());
        }
        return new Network(
                "blurs",
                INPUT,
                Preprocessing.unit(Preprocessing.Channels.RGB, Preprocessing.Source.DEFAULT),
                List.of(),
                List.of(
                        new Node("conv1", convolution(first, filters, 3, kernel, stride), List.of(Network.INPUT)),
                        new Node("relu1", new Relu(), List.of("conv1")),
                        new Node("conv2", convolution(second, 8, filters, 5, 1), List.of("relu1"))));
    }

    private static Convolution convolution(float[] weights, int filters, int channels, int kernel, int stride) {
        Weights all = Weights.of(weights, new float[filters], filters, channels, kernel, kernel);
        return new Convolution(all, Geometry.square(kernel, stride, 0), 1);
    }

    private static Tensor picture() {
        Random random = new Random(9);
        Tensor picture = Tensor.zeros(INPUT);
        for (int i = 0; i < picture.values().length; i++) {
            picture.values()[i] = random.nextFloat();
        }
        return picture;
    }

    @Test
    void whatRepeatsWithTheStrideIsFound() {
        Aliasing spots =
                Aliasing.of(network(false, 4), picture(), Progress.SILENT).orElseThrow();
        Aliasing smooth =
                Aliasing.of(network(true, 4), picture(), Progress.SILENT).orElseThrow();
        assertThat(spots.layer()).isEqualTo("conv2");
        assertThat(spots.frequency()).isEqualTo(0.25);
        assertThat(spots.share()).isGreaterThan(2 * smooth.share());
        assertThat(spots.excess()).isGreaterThan(2 * smooth.excess());
    }

    @Test
    void aStrideOfOneHasNoAliasing() {
        assertThat(Aliasing.of(network(true, 1), picture(), Progress.SILENT)).isEmpty();
    }
}
