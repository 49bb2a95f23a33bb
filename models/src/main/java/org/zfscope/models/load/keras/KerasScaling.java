package org.zfscope.models.load.keras;

import java.util.Arrays;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.Preprocessing.Channels;
import org.zfscope.models.Preprocessing.Source;

/** What the first layers do to the pixels: scale * x + shift for each channel. */
record KerasScaling(double[] scale, double[] shift) {

    static KerasScaling none(int channels) {
        double[] ones = new double[channels];
        Arrays.fill(ones, 1);
        return new KerasScaling(ones, new double[channels]);
    }

    boolean isNone() {
        return Arrays.stream(scale).allMatch(s -> s == 1)
                && Arrays.stream(shift).allMatch(s -> s == 0);
    }

    /** This and then another one; one number stands for all channels. */
    KerasScaling then(double[] times, double[] plus) {
        double[] scaled = scale.clone();
        double[] shifted = shift.clone();
        for (int c = 0; c < scaled.length; c++) {
            double t = times[times.length == 1 ? 0 : c];
            scaled[c] *= t;
            shifted[c] = shifted[c] * t + plus[plus.length == 1 ? 0 : c];
        }
        return new KerasScaling(scaled, shifted);
    }

    /** What is to be done to pixels that an earlier scaling was done to, so that it is as if this one was. */
    KerasScaling after(KerasScaling earlier) {
        double[] times = new double[scale.length];
        double[] plus = new double[scale.length];
        for (int c = 0; c < times.length; c++) {
            times[c] = scale[c] / earlier.scale[c];
            plus[c] = shift[c] - earlier.shift[c] * times[c];
        }
        return new KerasScaling(times, plus);
    }

    /** The same as (x - mean) * scale. */
    Preprocessing preprocessing() {
        float[] mean = new float[scale.length];
        float[] times = new float[scale.length];
        for (int c = 0; c < scale.length; c++) {
            mean[c] = (float) (shift[c] == 0 ? 0 : -shift[c] / scale[c]);
            times[c] = (float) scale[c];
        }
        return Preprocessing.of(scale.length == 1 ? Channels.GREY : Channels.RGB, mean, times, Source.FILE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KerasScaling s && Arrays.equals(scale, s.scale) && Arrays.equals(shift, s.shift);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(scale) + Arrays.hashCode(shift);
    }
}
