package org.zfscope.viz.analysis;

import static org.zfscope.models.words.Words.say;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Amounts from one to another, both among them where steps meet them. */
public record Sweep(double from, double to, double step) {

    /** More than anybody waits for. */
    private static final int MOST = 10_000;

    public Sweep {
        if (!(step > 0) || !(from <= to) || !((to - from) / step <= MOST)) {
            throw new IllegalArgumentException(say("viz.sweep.from-to-step", from, to, step, MOST));
        }
    }

    /**
     * Reads {@code from:to:step}.
     *
     * @throws IllegalArgumentException if it is no such thing
     */
    public static Sweep parse(String text) {
        try {
            List<Double> parts =
                    Arrays.stream(text.split(":", -1)).map(Double::valueOf).toList();
            if (parts.size() == 3) {
                return new Sweep(parts.get(0), parts.get(1), parts.get(2));
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(say("viz.sweep.three-numbers", text), e);
        }
        throw new IllegalArgumentException(say("viz.sweep.three-numbers", text));
    }

    /** In order. Multiples of the step, so that no error adds up. */
    public List<Double> amounts() {
        int steps = (int) Math.floor((to - from) / step + 1e-9);
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> from + Math.rint(i * step * 1e9) / 1e9)
                .toList();
    }

    @Override
    public String toString() {
        return from + ":" + to + ":" + step;
    }
}
