package org.zfscope.viz.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param decimals of the labels
 */
record Ticks(List<Double> values, int decimals) {

    /** At most about so many. */
    static Ticks of(Plot.Axis axis, int most) {
        double step = step((axis.to() - axis.from()) / Math.max(1, most));
        double slack = step * 1e-6;
        List<Double> values = LongStream.rangeClosed(
                        (long) Math.ceil((axis.from() - slack) / step), (long) Math.floor((axis.to() + slack) / step))
                .mapToObj(i -> i * step)
                .toList();
        return new Ticks(values, (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
    }

    /** The least round number that is not smaller. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double digits = least / power;
        return power * (digits <= 1 ? 1 : digits <= 2 ? 2 : digits <= 5 ? 5 : 10);
    }

    String label(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
