package org.zfscope.benchmarks.peer;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;

/** The network, its picture and the last forward run. */
final class Session implements AutoCloseable {

    private final List<Step> steps;
    private final Tensor picture;
    private final Tensor many;
    private @Nullable Run last;

    Session(List<Step> steps, Tensor picture, Tensor many) {
        this.steps = steps;
        this.picture = picture;
        this.many = many;
    }

    String forward() {
        close();
        long start = System.nanoTime();
        last = new Run(steps, picture);
        return ms(start);
    }

    String project(String layer, int unit) {
        return timed(run -> run.project(layer, unit));
    }

    String dense(String layer) {
        return timed(run -> run.dense(layer));
    }

    @SuppressWarnings("try") // the scope gives back what the projection leaves
    private String timed(Function<Run, Tensor> projection) {
        Run run = run();
        try (PointerScope scope = new PointerScope()) {
            long start = System.nanoTime();
            Tensor pixels = projection.apply(run);
            return ms(start) + " " + summary(pixels);
        }
    }

    @SuppressWarnings("try")
    String output(String layer) {
        try (PointerScope scope = new PointerScope()) {
            return summary(run().output(layer));
        }
    }

    String scan() {
        long start = System.nanoTime();
        double[] found = Scan.run(steps, many);
        return ms(start) + String.format(Locale.ROOT, " %.9g %.9g", found[0], found[1]);
    }

    private Run run() {
        if (last == null) {
            throw new IllegalStateException("forward comes first");
        }
        return last;
    }

    private static String ms(long start) {
        return String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e6);
    }

    private static String summary(Tensor t) {
        return String.format(
                Locale.ROOT, "%.9g %.9g", t.abs().sum().item_double(), t.max().item_double());
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}
