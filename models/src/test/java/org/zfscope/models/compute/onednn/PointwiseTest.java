package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zfscope.models.compute.onednn.Crop.Corner;
import org.zfscope.models.compute.onednn.Products.Rows;
import org.zfscope.models.compute.onednn.Products.Weights;

/** The smaller operations. */
class PointwiseTest {

    private static final OneDnn DNN = new OneDnn();
    private static final Extent EXTENT = new Extent(2, 37, 5, 7);
    private final Samples samples = new Samples(14);
    private final float[] a = samples.gaussian(EXTENT.size());
    private final float[] b = samples.gaussian(EXTENT.size());
    private final Pointwise pointwise = new Pointwise(DNN);

    @AfterAll
    static void allMemoryIsGivenBack() {
        DNN.close();
        assertThat(DNN.usedBytes()).isZero();
    }

    private static double[] each(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void valueByValue(Order order) {
        float[] scale = samples.gaussian(EXTENT.channels());
        float[] shift = samples.gaussian(EXTENT.channels());
        try (Block x = Samples.block(DNN, a, EXTENT, order);
                Block y = Samples.block(DNN, b, EXTENT);
                Block positive = pointwise.rectify(x);
                Block clipped = pointwise.rectify(x, Rectifier.upTo(0.5f));
                Block masked = pointwise.masked(x, y);
                Block sum = pointwise.add(x, y);
                Block scaled = new ChannelScale(DNN).forward(x, scale, shift)) {
            Samples.assertNear(DNN, positive, each(a.length, i -> Math.max(0, a[i])));
            Samples.assertNear(DNN, clipped, each(a.length, i -> Math.min(Math.max(0, a[i]), 0.5)));
            Samples.assertNear(DNN, masked, each(a.length, i -> b[i] > 0 ? a[i] : 0));
            Samples.assertNear(DNN, sum, each(a.length, i -> (double) a[i] + b[i]));
            double[] expected = each(a.length, i -> {
                int c = i / EXTENT.area() % EXTENT.channels();
                return (double) scale[c] * a[i] + shift[c];
            });
            Samples.assertNear(DNN, scaled, expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void joinedAndTakenApart(Order order) {
        for (int channels : List.of(32, 37)) {
            Extent other = EXTENT.channels(channels);
            float[] more = samples.gaussian(other.size());
            try (Block x = Samples.block(DNN, a, EXTENT, order);
                    Block y = Samples.block(DNN, more, other);
                    Block all = Joining.concat(DNN, List.of(y, x));
                    Block first = Joining.slice(DNN, all, 0, channels);
                    Block rest = Joining.slice(DNN, all, channels, EXTENT.channels())) {
                assertThat(all.extent()).isEqualTo(EXTENT.channels(channels + EXTENT.channels()));
                assertThat(Samples.values(DNN, first)).isEqualTo(more);
                assertThat(Samples.values(DNN, rest)).isEqualTo(a);
                Samples.assertNear(DNN, rest, each(a.length, i -> a[i]));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void windowsOfMaps(Order order) {
        List<Corner> corners =
                List.of(new Corner(1, -1, 4), new Corner(0, 2, 1), new Corner(1, 3, -2), new Corner(0, 9, 9));
        Extent size = new Extent(corners.size(), EXTENT.channels(), 3, 4);
        try (Block maps = Samples.block(DNN, a, EXTENT, order);
                Block windows = Crop.copy(DNN, maps, corners, 3, 4)) {
            Samples.assertNear(DNN, windows, each(size.size(), i -> {
                Corner corner = corners.get(i / (size.channels() * size.area()));
                int channel = i / size.area() % size.channels();
                int y = corner.y() + i % size.area() / size.width();
                int x = corner.x() + i % size.width();
                boolean inside = y >= 0 && y < EXTENT.height() && x >= 0 && x < EXTENT.width();
                int map = corner.picture() * EXTENT.channels() + channel;
                return inside ? a[map * EXTENT.area() + y * EXTENT.width() + x] : 0;
            }));
        }
    }

    @ParameterizedTest
    @EnumSource(Rows.class)
    void fullyConnected(Rows rows) {
        fullyConnected(rows, 2);
        fullyConnected(rows, 7);
    }

    private void fullyConnected(Rows rows, int batch) {
        int units = 19;
        Extent extent = new Extent(batch, 10, 5, 7);
        int inputs = extent.size() / batch;
        float[] a = samples.gaussian(extent.size());
        float[] w = samples.gaussian(units * inputs);
        float[] bias = samples.gaussian(units);
        float[] signal = samples.gaussian(batch * units);
        Products products = new Products(DNN);
        try (FloatPointer values = Samples.outside(w);
                FloatPointer shift = Samples.outside(bias);
                Block x = Samples.block(DNN, a, extent);
                Block above = DNN.copyOf(FloatBuffer.wrap(signal), Extent.flat(batch, units))) {
            Weights weights = new Weights(units, inputs, rows, values, shift);
            IntToDoubleFunction product = i -> bias[i % units]
                    + IntStream.range(0, inputs)
                            .mapToDouble(k ->
                                    (double) weight(w, rows, units, inputs, i % units, k) * a[i / units * inputs + k])
                            .sum();
            IntToDoubleFunction transposed = i -> IntStream.range(0, units)
                    .mapToDouble(o ->
                            (double) weight(w, rows, units, inputs, o, i % inputs) * signal[i / inputs * units + o])
                    .sum();
            try (Block out = products.forward(x, weights);
                    Block positive = products.rectified(x, weights, Float.POSITIVE_INFINITY);
                    Block below = products.back(above, weights, extent)) {
                Samples.assertNear(DNN, out, each(signal.length, product));
                Samples.assertNear(DNN, positive, each(signal.length, i -> Math.max(0, product.applyAsDouble(i))));
                Samples.assertNear(DNN, below, each(a.length, transposed));
            }
        }
    }

    private static float weight(float[] w, Rows rows, int units, int inputs, int unit, int input) {
        return rows == Rows.UNITS ? w[unit * inputs + input] : w[input * units + unit];
    }

    @Test
    void normalisedAcrossMaps() {
        ResponseNorm norm = new ResponseNorm(DNN);
        for (Order order : List.of(Order.PLAIN, OneDnn.order())) {
            try (Block x = Samples.block(DNN, a, EXTENT, order);
                    Block out = norm.forward(x, 5, 0.02f, 0.75f, 2)) {
                Samples.assertNear(DNN, out, each(a.length, i -> a[i] * Math.pow(denominator(i, 5, 0.02, 2), -0.75)));
            }
        }
    }

    private double denominator(int at, int size, double alpha, double k) {
        int area = EXTENT.area();
        int channel = at / area % EXTENT.channels();
        return k
                + alpha
                        * IntStream.rangeClosed(channel - size / 2, channel + size / 2)
                                .filter(c -> c >= 0 && c < EXTENT.channels())
                                .mapToDouble(c -> a[at + (c - channel) * area])
                                .map(v -> v * v)
                                .sum();
    }
}
