package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** The engine itself: memory, closing, threads. */
class OneDnnTest {

    private static final FilterShape SHAPE = new FilterShape(32, 32, 1, 3, 3);
    private static final Extent EXTENT = new Extent(1, 32, 24, 24);
    private static final Slide SAME = Slide.square(3, 1, 1);

    private final OneDnn dnn = new OneDnn();
    private final Samples samples = new Samples(16);

    @AfterEach
    void close() {
        dnn.close();
    }

    @Test
    void theVersionIsTheLastWithWinograd() {
        assertThat(OneDnn.isAvailable()).isTrue();
        assertThat(OneDnn.version()).startsWith("2.");
    }

    @Test
    void closedBlocksAreNotUsed() {
        Block block = dnn.block(new Layout(EXTENT, Order.PLAIN));
        block.close();
        block.close();
        assertThat(dnn.usedBytes()).isZero();
        assertThatThrownBy(block::floats)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void memoryIsUsedAgain() {
        Layout layout = new Layout(EXTENT, Order.BLOCKS_OF_16);
        dnn.block(layout).close();
        long idle = dnn.idleBytes();
        for (int i = 0; i < 100; i++) {
            dnn.block(layout).close();
        }
        assertThat(dnn.idleBytes()).isEqualTo(idle).isPositive();
    }

    @Test
    void nothingIsLostOverManyRuns() {
        run(50);
        long used = dnn.usedBytes();
        long pointers = Pointer.totalBytes();
        run(500);
        assertThat(dnn.usedBytes()).isEqualTo(used);
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(pointers + (1 << 20));
    }

    private void run(int times) {
        Convolutions convolutions = new Convolutions(dnn, Algorithm.FASTEST);
        MaxPooling pooling = new MaxPooling(dnn);
        try (FloatPointer w = Samples.outside(samples.gaussian(SHAPE.size()));
                Filters filters = new Filters(dnn, SHAPE, w, new FloatPointer());
                Block in = Samples.block(dnn, samples.gaussian(EXTENT.size()), EXTENT)) {
            for (int i = 0; i < times; i++) {
                try (Block out = convolutions.rectified(in, filters, SAME, Float.POSITIVE_INFINITY);
                        Pooled pooled = pooling.forward(out, Slide.square(2, 2, 0));
                        Block whole = pooling.unpool(pooled.values(), pooled.switches(), 24, 24)) {
                    convolutions.back(whole, filters, SAME, 24, 24).close();
                }
            }
        }
    }

    @Test
    void severalThreadsGetTheSame() {
        Convolutions convolutions = new Convolutions(dnn, Algorithm.FASTEST);
        try (FloatPointer w = Samples.outside(samples.gaussian(SHAPE.size()));
                Filters filters = new Filters(dnn, SHAPE, w, new FloatPointer());
                Block in = Samples.block(dnn, samples.gaussian(EXTENT.size()), EXTENT)) {
            List<float[]> all = IntStream.range(0, 64)
                    .parallel()
                    .mapToObj(i -> {
                        try (Block out = convolutions.forward(in, filters, SAME)) {
                            return Samples.values(dnn, out);
                        }
                    })
                    .toList();
            assertThat(all).allMatch(values -> Arrays.equals(values, all.get(0)));
        }
    }

    /** Two would start twice as many threads as there are cores. */
    @Test
    void sharesItsThreadsWithNd4j() throws Exception {
        Path maps = Path.of("/proc/self/maps");
        Assumptions.assumeTrue(Files.isReadable(maps), "Linux");
        Nd4j.create(1).close();
        OneDnn.version();
        assertThat(Files.readAllLines(maps).stream()
                        .filter(line -> line.contains("libgomp"))
                        .map(line -> line.substring(line.indexOf('/')))
                        .distinct())
                .hasSize(1);
    }
}
