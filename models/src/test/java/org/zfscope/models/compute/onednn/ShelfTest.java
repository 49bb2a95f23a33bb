package org.zfscope.models.compute.onednn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prepared filters that many others have followed make room, until somebody comes back to them. */
class ShelfTest {

    private static final FilterShape SHAPE = new FilterShape(384, 384, 1, 3, 3);
    private static final Extent EXTENT = new Extent(1, 384, 12, 12);
    private static final Slide SLIDE = Slide.square(3, 1, 1);

    private final OneDnn dnn = new OneDnn();
    private final Convolutions convolutions = new Convolutions(dnn, Algorithm.FASTEST);
    private final Samples samples = new Samples(5);
    private final float[] in = samples.gaussian(EXTENT.size());
    private final FloatPointer weights = Samples.outside(samples.gaussian(SHAPE.size()));

    @AfterEach
    void close() {
        dnn.close();
        assertThat(dnn.usedBytes()).isZero();
    }

    @Test
    void whatIsUsedOnceMakesRoomAndWhatIsUsedAgainStays() {
        List<Filters> layers = layers(4);
        try {
            float[] first = run(layers.get(0));
            layers.subList(1, 4).forEach(this::run);
            assertThat(layers.get(0).preparedBytes()).isZero();
            assertThat(layers.get(3).preparedBytes()).isPositive();

            assertThat(run(layers.get(0))).isEqualTo(first);
            layers.subList(1, 4).forEach(this::run);
            assertThat(layers).allMatch(filters -> filters.preparedBytes() > 0);
            assertThat(run(layers.get(0))).isEqualTo(first);
        } finally {
            layers.forEach(Filters::close);
        }
    }

    private List<Filters> layers(int count) {
        List<Filters> layers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            layers.add(new Filters(dnn, SHAPE, weights, new FloatPointer()));
        }
        return layers;
    }

    private float[] run(Filters filters) {
        try (Block input = Samples.block(dnn, in, EXTENT);
                Block out = convolutions.forward(input, filters, SLIDE)) {
            return Samples.values(dnn, out);
        }
    }
}
