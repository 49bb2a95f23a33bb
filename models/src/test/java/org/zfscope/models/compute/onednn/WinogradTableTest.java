package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winograd's algorithm beside double loops, and what its last digits do to the switches of a pool on top. */
class WinogradTableTest {

    private static final OneDnn DNN = new OneDnn();
    private static final Slide SAME = Slide.square(3, 1, 1);
    private static final Slide POOL = Slide.square(2, 2, 0);

    /** Of all switches, how many may differ: pairs of values that are equal but for their last digits. */
    private static final double DIFFERENT = 2e-4;

    private final Samples samples = new Samples(41);

    @AfterAll
    static void close() {
        DNN.close();
    }

    @ParameterizedTest
    @CsvSource({"64, 64, 56", "64, 128, 28", "128, 256, 28", "256, 256, 14", "512, 512, 14", "512, 64, 9", "48, 80, 31"
    })
    void layersOfManySizes(int channels, int filters, int side) {
        FilterShape shape = new FilterShape(filters, channels, 1, 3, 3);
        Extent maps = new Extent(1, channels, side, side);
        float[] in = samples.gaussian(maps.size());
        float[] weights = samples.gaussian(shape.size());
        try (FloatPointer w = Samples.outside(weights);
                Filters one = new Filters(DNN, shape, w, new FloatPointer());
                Filters other = new Filters(DNN, shape, w, new FloatPointer());
                Block input = Samples.block(DNN, in, maps);
                Block fast = new Convolutions(DNN, Algorithm.FASTEST).forward(input, one, SAME);
                Block direct = new Convolutions(DNN, Algorithm.DIRECT).forward(input, other, SAME)) {
            Samples.assertNear(DNN, fast, Loops.convolution(in, maps, weights, new float[0], shape, SAME));
            assertThat(differentSwitches(fast, direct)).isLessThanOrEqualTo(DIFFERENT);
        }
    }

    private static double differentSwitches(Block a, Block b) {
        MaxPooling pooling = new MaxPooling(DNN);
        try (Pooled first = pooling.forward(a, POOL);
                Pooled second = pooling.forward(b, POOL)) {
            int[] some = first.switches().positions(a.extent().width());
            int[] others = second.switches().positions(b.extent().width());
            return IntStream.range(0, some.length)
                            .filter(i -> some[i] != others[i])
                            .count()
                    / (double) some.length;
        }
    }
}
