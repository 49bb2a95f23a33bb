package org.zfscope.models.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zfscope.models.Engines;
import org.zfscope.models.tensor.Shape;

class MaximaTest {

    @ParameterizedTest
    @CsvSource({"onednn, 5", "onednn, 16", "onednn, 37", "onednn, 2", "nd4j, 37"})
    void eachMapsLargestNumber(String engine, int channels) {
        Shape shape = new Shape(channels, 5, 7);
        try (Maps maps = Engines.named(engine).make(2, shape, (picture, channel, map) -> {
            for (int i = 0; i < map.length; i++) {
                map[i] = i == 3 ? Float.NaN : picture * 1000 + channel * 10 - ((i * 13) % map.length);
            }
            if (picture == 1 && channel == 1) {
                Arrays.fill(map, Float.NaN);
            }
        })) {
            for (int picture = 0; picture < 2; picture++) {
                float[] maxima = maps.maxima(picture);
                assertThat(maxima).hasSize(channels);
                for (int channel = 0; channel < channels; channel++) {
                    boolean empty = picture == 1 && channel == 1;
                    assertThat(maxima[channel])
                            .isEqualTo(empty ? Float.NEGATIVE_INFINITY : picture * 1000f + channel * 10);
                }
            }
        }
    }
}
