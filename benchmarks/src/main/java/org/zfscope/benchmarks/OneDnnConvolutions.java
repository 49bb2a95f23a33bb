package org.zfscope.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.compute.onednn.Algorithm;
import org.zfscope.models.compute.onednn.Block;
import org.zfscope.models.compute.onednn.Convolutions;
import org.zfscope.models.compute.onednn.Extent;
import org.zfscope.models.compute.onednn.FilterShape;
import org.zfscope.models.compute.onednn.Filters;
import org.zfscope.models.compute.onednn.OneDnn;
import org.zfscope.models.compute.onednn.Order;
import org.zfscope.models.compute.onednn.Reorder;
import org.zfscope.models.compute.onednn.Slide;
import org.zfscope.models.layer.Conv2d;
import org.zfscope.models.layer.Geometry;
import org.zfscope.models.tensor.Native;

/** One convolution at a time, both ways: direct, fastest, ND4J; and how far the fastest is from sums of doubles. */
final class OneDnnConvolutions {

    static final String HEADER = """
            | convolution | fastest forward | ms | direct, ms | ND4J, ms | off | fastest back | ms | direct, ms | GFLOP/s |
            |---|---|--:|--:|--:|--:|---|--:|--:|--:|
            """;

    private static final int ROUNDS = 9;
    private static final int CHECKED = 300;

    /** A convolution and what it slides over. */
    record Case(String name, FilterShape filters, Extent from, Slide slide, boolean nd4j) {}

    private final OneDnn dnn = new OneDnn();
    private final Convolutions fastest = new Convolutions(dnn, Algorithm.FASTEST);
    private final Convolutions direct = new Convolutions(dnn, Algorithm.DIRECT);
    private final Random random = new Random(1);

    String measure(Case c) {
        INDArray weights = gaussian(
                c.filters.filters(), c.filters.channels() / c.filters.groups(), c.filters.height(), c.filters.width());
        INDArray bias = gaussian(c.filters.filters());
        INDArray in = gaussian(c.from.batch(), c.from.channels(), c.from.height(), c.from.width());
        Extent to = c.slide.over(c.from, c.filters.filters());
        INDArray above = gaussian(to.batch(), to.channels(), to.height(), to.width());
        INDArray out = Native.allocate(to.batch(), to.channels(), to.height(), to.width());
        try (Filters filters = new Filters(dnn, c.filters, pointer(weights), pointer(bias));
                Block maps = ordered(in, c.from);
                Block signal = ordered(above, to)) {
            double[] ms = inTurns(
                    () -> fastest.forward(maps, filters, c.slide),
                    () -> direct.forward(maps, filters, c.slide),
                    () -> fastest.back(signal, filters, c.slide, c.from.height(), c.from.width()),
                    () -> direct.back(signal, filters, c.slide, c.from.height(), c.from.width()));
            double nd4j = c.nd4j ? nd4j(c, in, weights, bias, out) : Double.NaN;
            double work = 2e-6
                    * to.size()
                    * c.filters.channels()
                    / c.filters.groups()
                    * c.filters.height()
                    * c.filters.width();
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %.2f | %.2f | %.1e | %s | %.2f | %.2f | %.0f |%n",
                    c.name,
                    fastest.implementation(c.from, filters, c.slide),
                    ms[0],
                    ms[1],
                    nd4j,
                    deviation(c, in, weights, bias, filters, maps),
                    fastest.backImplementation(to, filters, c.slide, c.from.height(), c.from.width()),
                    ms[2],
                    ms[3],
                    work / ms[0]);
        } finally {
            weights.close();
            bias.close();
            in.close();
            above.close();
            out.close();
        }
    }

    private INDArray gaussian(long... shape) {
        INDArray array = Native.allocate(shape);
        float[] values = new float[(int) array.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        Native.floats(array).put(values);
        return array;
    }

    private static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer()).capacity(array.length());
    }

    /** As the layer before leaves it. */
    private Block ordered(INDArray values, Extent extent) {
        try (Block plain = dnn.copyOf(Native.floats(values), extent)) {
            return Reorder.copy(dnn, plain, extent.channels() == 3 ? Order.PLAIN : OneDnn.order());
        }
    }

    /** The least of several times each: what the machine can do when nobody else uses it. */
    @SafeVarargs
    private static double[] inTurns(Supplier<Block>... sides) {
        double[] least = new double[sides.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < sides.length; i++) {
                long start = System.nanoTime();
                sides[i].get().close();
                least[i] = Math.min(least[i], (System.nanoTime() - start) / 1e6);
            }
        }
        return least;
    }

    private static double nd4j(Case c, INDArray in, INDArray weights, INDArray bias, INDArray out) {
        Geometry.Axis v = axis(c.slide.vertical());
        Geometry.Axis h = axis(c.slide.horizontal());
        double least = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Conv2d.run(in, weights, bias, new Geometry(v, h), out);
            least = Math.min(least, (System.nanoTime() - start) / 1e6);
        }
        return least;
    }

    private static Geometry.Axis axis(Slide.Axis axis) {
        return Geometry.Axis.of(axis.kernel(), axis.stride(), axis.before());
    }

    /** The largest distance of some outputs from sums of doubles, beside the largest output. */
    private double deviation(Case c, INDArray in, INDArray weights, INDArray bias, Filters filters, Block maps) {
        float[] x = floats(in);
        float[] w = floats(weights);
        float[] b = floats(bias);
        Extent to = c.slide.over(c.from, c.filters.filters());
        double off = 0;
        float largest = 0;
        try (Block out = fastest.forward(maps, filters, c.slide)) {
            for (int i = 0; i < out.layout().size(); i++) {
                largest = Math.max(largest, Math.abs(out.floats().get(i)));
            }
            for (int i = 0; i < CHECKED; i++) {
                int o = random.nextInt(to.channels());
                int row = random.nextInt(to.height());
                int column = random.nextInt(to.width());
                double exact = b[o] + sum(c, x, w, o, row, column);
                off = Math.max(
                        off, Math.abs(exact - out.floats().get(out.layout().index(0, o, row, column))));
            }
        }
        return off / largest;
    }

    private static double sum(Case c, float[] x, float[] w, int o, int row, int column) {
        int depth = c.filters.channels() / c.filters.groups();
        int first = o / (c.filters.filters() / c.filters.groups()) * depth;
        double sum = 0;
        for (int i = 0; i < depth * c.filters.height() * c.filters.width(); i++) {
            int inFilter = i % (c.filters.height() * c.filters.width());
            int y = row * c.slide.vertical().stride() - c.slide.vertical().before() + inFilter / c.filters.width();
            int z = column * c.slide.horizontal().stride()
                    - c.slide.horizontal().before()
                    + inFilter % c.filters.width();
            if (y >= 0 && y < c.from.height() && z >= 0 && z < c.from.width()) {
                int channel = first + i / (c.filters.height() * c.filters.width());
                sum += (double) w[o * depth * c.filters.height() * c.filters.width() + i]
                        * x[(channel * c.from.height() + y) * c.from.width() + z];
            }
        }
        return sum;
    }

    private static float[] floats(INDArray array) {
        float[] values = new float[(int) array.length()];
        Native.floats(array).get(values);
        return values;
    }
}
