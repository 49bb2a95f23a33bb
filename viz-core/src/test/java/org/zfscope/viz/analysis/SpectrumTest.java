package org.zfscope.viz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {

    private static float[] noise(int count) {
        Random random = new Random(3);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    @Test
    void energiesAddUpToThoseOfThePixels() {
        float[] values = noise(7 * 5);
        assertThat(Spectrum.of(values, 0, 7, 5).total()).isEqualTo(squares(values), within(1e-9));
        assertThat(Spectrum.padded(values, 0, 7, 5, 16, 16).total()).isEqualTo(squares(values), within(1e-9));
    }

    @Test
    void aGratingHasOneFrequency() {
        int side = 24;
        float[] grating = new float[side * side];
        for (int i = 0; i < grating.length; i++) {
            grating[i] = (float) Math.sin(2 * Math.PI * 6 * (i % side) / side); // 6 / 24 = 1/4 cycle a pixel, across
        }
        Spectrum spectrum = Spectrum.of(grating, 0, side, side);
        assertThat(spectrum.between(0.24, 0.26)).isEqualTo(squares(grating), within(1e-6));
        assertThat(spectrum.line(6, true)).isEqualTo(squares(grating), within(1e-6));
        assertThat(spectrum.line(6, false)).isEqualTo(0, within(1e-6));
        assertThat(spectrum.line(0, false)).isEqualTo(squares(grating), within(1e-6));
    }

    @Test
    void valuesMayLieAnywhereInTheArray() {
        float[] values = noise(50);
        float[] part = java.util.Arrays.copyOfRange(values, 20, 36);
        assertThat(Spectrum.of(values, 20, 4, 4).between(0, 0.3))
                .isEqualTo(Spectrum.of(part, 0, 4, 4).between(0, 0.3));
    }
}
