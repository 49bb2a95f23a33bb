package org.zfscope.benchmarks;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.IntToDoubleFunction;

/** Median times of two sides in milliseconds, taken in turns, so that a busy moment of the machine meets both. */
record Pair(double ours, double theirs) {

    /** So many runs count; some more before them warm up both sides. */
    static final int ROUNDS = 7;

    private static final int WARM_UP = 3;

    /** Long enough for the threads of the side that ran last to go to sleep. */
    private static final int PAUSE_MS = 30;

    /** Each side is given the number of the round and tells its time. */
    static Pair take(IntToDoubleFunction ours, IntToDoubleFunction theirs) {
        double[] a = new double[ROUNDS];
        double[] b = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int i = Math.max(0, round);
            a[i] = run(ours, i);
            b[i] = run(theirs, i);
        }
        return new Pair(median(a), median(b));
    }

    /** The same for what takes seconds: one run of each side to warm up, and fewer that count. */
    static Pair take(int rounds, DoubleSupplier ours, DoubleSupplier theirs) {
        double[] a = new double[rounds];
        double[] b = new double[rounds];
        for (int round = -1; round < rounds; round++) {
            a[Math.max(0, round)] = ours.getAsDouble();
            b[Math.max(0, round)] = theirs.getAsDouble();
        }
        return new Pair(median(a), median(b));
    }

    private static double run(IntToDoubleFunction side, int round) {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return side.applyAsDouble(round);
    }

    private static double median(double... times) {
        return Arrays.stream(times).sorted().toArray()[times.length / 2];
    }

    double ratio() {
        return ours / theirs;
    }

    /** As if the other side had done that many times as much. */
    Pair theirsTimes(int times) {
        return new Pair(ours, theirs * times);
    }
}
