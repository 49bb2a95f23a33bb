package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Weights;
import org.zfscope.models.layer.Add;
import org.zfscope.models.layer.AveragePool;
import org.zfscope.models.layer.AveragePool.Divisor;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.layer.Layer;
import org.zfscope.models.layer.LocalResponseNorm;
import org.zfscope.models.layer.MaxPool;
import org.zfscope.models.layer.Relu;
import org.zfscope.models.layer.SpatialResponseNorm;
import org.zfscope.models.random.NetworkSketch;
import org.zfscope.models.tensor.Geometry;
import org.zfscope.models.tensor.Geometry.Axis;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Window;

/** Receptive fields of the geometries that everybody knows; their filters are one channel deep here. */
class ReceptiveFieldTest {

    @ParameterizedTest
    @CsvSource({
        "conv1, 110, 7, 2, -1", "pool1, 55, 11, 4, -1", "conv2, 26, 27, 8, -1", "pool2, 13, 43, 16, -1",
        "conv3, 13, 75, 16, -17", "conv4, 13, 107, 16, -33", "conv5, 13, 139, 16, -49", "pool5, 6, 171, 32, -49"
    })
    void zfNet(String layer, int side, int size, int stride, int offset) {
        check(zfNet(), layer, side, size, stride, offset);
    }

    private static Network zfNet() {
        return new NetworkSketch(new Shape(1, 224, 224))
                .then("conv1", convolution(7, 2, 1))
                .then("relu1", new Relu())
                .then("pool1", new MaxPool(Geometry.square(3, 2, 0).ceil()))
                .then("norm1", new LocalResponseNorm(5, 1e-4f, 0.75f, 2))
                .then("conv2", convolution(5, 2, 0))
                .then("pool2", new MaxPool(Geometry.square(3, 2, 0).ceil()))
                .then("conv3", convolution(3, 1, 1))
                .then("conv4", convolution(3, 1, 1))
                .then("conv5", convolution(3, 1, 1))
                .then("pool5", new MaxPool(Geometry.square(3, 2, 0)))
                .network();
    }

    @ParameterizedTest
    @CsvSource({
        "conv1, 55, 11, 4, 0", "pool1, 27, 19, 8, 0", "conv2, 27, 51, 8, -16", "pool2, 13, 67, 16, -16",
        "conv3, 13, 99, 16, -32", "conv4, 13, 131, 16, -48", "conv5, 13, 163, 16, -64", "pool5, 6, 195, 32, -64"
    })
    void alexNet(String layer, int side, int size, int stride, int offset) {
        Network network = new NetworkSketch(new Shape(1, 227, 227))
                .then("conv1", convolution(11, 4, 0))
                .then("pool1", new MaxPool(Geometry.square(3, 2, 0)))
                .then("conv2", convolution(5, 1, 2))
                .then("pool2", new MaxPool(Geometry.square(3, 2, 0)))
                .then("conv3", convolution(3, 1, 1))
                .then("conv4", convolution(3, 1, 1))
                .then("conv5", convolution(3, 1, 1))
                .then("pool5", new MaxPool(Geometry.square(3, 2, 0)))
                .network();
        check(network, layer, side, size, stride, offset);
    }

    @ParameterizedTest
    @CsvSource({
        "conv1_1, 224, 3, 1, -1", "conv1_2, 224, 5, 1, -2", "pool1, 112, 6, 2, -2", "conv2_1, 112, 10, 2, -4",
        "conv2_2, 112, 14, 2, -6", "pool2, 56, 16, 4, -6", "conv3_1, 56, 24, 4, -10", "conv3_2, 56, 32, 4, -14",
        "conv3_3, 56, 40, 4, -18", "pool3, 28, 44, 8, -18", "conv4_1, 28, 60, 8, -26", "conv4_2, 28, 76, 8, -34",
        "conv4_3, 28, 92, 8, -42", "pool4, 14, 100, 16, -42", "conv5_1, 14, 132, 16, -58", "conv5_2, 14, 164, 16, -74",
        "conv5_3, 14, 196, 16, -90", "pool5, 7, 212, 32, -90"
    })
    void vgg16(String layer, int side, int size, int stride, int offset) {
        NetworkSketch sketch = new NetworkSketch(new Shape(1, 224, 224));
        int[] convolutions = {2, 2, 3, 3, 3};
        for (int block = 1; block <= 5; block++) {
            for (int i = 1; i <= convolutions[block - 1]; i++) {
                sketch.then("conv" + block + "_" + i, convolution(3, 1, 1));
            }
            sketch.then("pool" + block, new MaxPool(Geometry.square(2, 2, 0)));
        }
        check(sketch.network(), layer, side, size, stride, offset);
    }

    @ParameterizedTest
    @CsvSource({
        "conv1, 32, 5, 1, -2", "pool1, 16, 7, 2, -2", "conv2, 16, 15, 2, -6",
        "pool2, 8, 19, 4, -6", "conv3, 8, 35, 4, -14", "pool3, 4, 43, 8, -14"
    })
    void cifar10Quick(String layer, int side, int size, int stride, int offset) {
        Geometry pool = Geometry.square(3, 2, 0).ceil();
        Network network = new NetworkSketch(new Shape(1, 32, 32))
                .then("conv1", convolution(5, 1, 2))
                .then("pool1", new MaxPool(pool))
                .then("conv2", convolution(5, 1, 2))
                .then("pool2", new AveragePool(pool, Divisor.PADDED))
                .then("conv3", convolution(5, 1, 2))
                .then("pool3", new AveragePool(pool, Divisor.PADDED))
                .network();
        check(network, layer, side, size, stride, offset);
    }

    private static void check(Network network, String layer, int side, int size, int stride, int offset) {
        ReceptiveField field = ReceptiveField.of(network, layer);
        assertThat(network.shape(layer)).isEqualTo(new Shape(1, side, side));
        assertThat(field.vertical()).isEqualTo(new ReceptiveField.Span(size, stride, offset));
        assertThat(field.horizontal()).isEqualTo(field.vertical());
    }

    @Test
    void theTwoDirectionsAreIndependent() {
        Geometry geometry = new Geometry(new Axis(3, 2, 1, 0, 2, false), new Axis(4, 1, 0, 2, 1, false));
        Convolution wide = new Convolution(Weights.of(new float[12], new float[1], 1, 1, 3, 4), geometry, 1);
        Network network =
                new NetworkSketch(new Shape(1, 20, 30)).then("conv", wide).network();

        ReceptiveField field = ReceptiveField.of(network, "conv");

        assertThat(field.vertical()).isEqualTo(new ReceptiveField.Span(5, 2, -1));
        assertThat(field.horizontal()).isEqualTo(new ReceptiveField.Span(4, 1, 0));
    }

    @Test
    void whereBranchesMeetTheWiderFieldCounts() {
        Network network = new NetworkSketch(new Shape(1, 20, 20))
                .then("narrow", convolution(1, 1, 0))
                .add("wide", convolution(5, 1, 2), Network.INPUT)
                .add("sum", new Add(), "narrow", "wide")
                .network();

        assertThat(ReceptiveField.window(network, "sum", Window.at(3, 4))).isEqualTo(new Window(1, 2, 5, 5));
    }

    @Test
    void normalisationWithinMapsWidensTheField() {
        Network network = new NetworkSketch(new Shape(1, 20, 20))
                .then("norm", new SpatialResponseNorm(3, 1, 0.75f))
                .network();

        assertThat(ReceptiveField.of(network, "norm").vertical()).isEqualTo(new ReceptiveField.Span(3, 1, -1));
    }

    @Test
    void aDenseUnitSeesEverythingAndHasNoStride() {
        Dense dense = new Dense(Weights.of(new float[2 * 36], new float[2], 2, 36));
        Network network = new NetworkSketch(new Shape(1, 8, 8))
                .then("conv", convolution(3, 1, 0))
                .then("dense", dense)
                .network();

        assertThat(ReceptiveField.of(network, "dense").vertical()).isEqualTo(new ReceptiveField.Span(8, 0, 0));
    }

    private static Layer convolution(int kernel, int stride, int padding) {
        return new Convolution(
                Weights.of(new float[kernel * kernel], new float[1], 1, 1, kernel, kernel),
                Geometry.square(kernel, stride, padding),
                1);
    }
}
