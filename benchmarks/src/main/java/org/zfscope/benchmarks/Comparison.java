package org.zfscope.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.zfscope.models.compute.onednn.OneDnn;

/** The rows of the table, measured one after the other. */
final class Comparison {

    static final String LIBTORCH = "libtorch 2.7.1";
    private static final List<String> CHECKED = List.of("conv1_1", "pool1", "relu3_3", "conv5_3", "pool5");
    private static final int CHECKED_UNITS = 3;
    private static final String MANY = "relu3_3";
    private static final String CHAIN = "5_3";
    private static final int MAPS = 256;

    private final Zfscope zfscope;
    private final Libtorch libtorch;
    private final Dl4j dl4j;

    Comparison(Zfscope zfscope, Libtorch libtorch, Dl4j dl4j) {
        this.zfscope = zfscope;
        this.libtorch = libtorch;
        this.dl4j = dl4j;
    }

    /** Hands out each row as soon as it is there. */
    List<Row> measure(Consumer<Row> progress) {
        List<Row> rows = new ArrayList<>();
        Consumer<Row> both = progress.andThen(rows::add);
        boolean wide = OneDnn.instructions().startsWith("avx512");
        both.accept(new Row(
                "forward, everything kept", LIBTORCH, forward(libtorch), wide ? 0.45 : 0.85, Vgg16.work(CHAIN)));
        CHECKED.forEach(layer -> check(layer, zfscope.output(layer), libtorch.output(layer)));
        check("dense", zfscope.dense("relu5_3"), libtorch.dense("relu5_3"));
        both.accept(new Row(
                "deconvnet of the whole conv5_3",
                LIBTORCH,
                Pair.take(round -> zfscope.dense("relu5_3").ms(), round -> libtorch.dense("relu5_3")
                        .ms()),
                wide ? 0.45 : 0.85,
                Vgg16.work(CHAIN)));
        both.accept(projection("relu5_3", wide ? 0.30 : 0.55));
        both.accept(projection("relu4_3", wide ? 0.12 : 0.18));
        both.accept(projection(MANY, wide ? 0.05 : 0.06));
        both.accept(new Row(
                "deconvnet of all " + MAPS + " maps of conv3_3",
                LIBTORCH + ", one x " + MAPS,
                Pair.take(round -> zfscope.projectLayer(MANY), round -> libtorch.project(MANY, round)
                                .ms())
                        .theirsTimes(MAPS),
                wide ? 0.012 : 0.02));
        check("scan", zfscope.scan(), libtorch.scan());
        both.accept(new Row(
                "top-9 scan of " + Vgg16.PICTURES + " pictures",
                LIBTORCH,
                Pair.take(round -> zfscope.scan().ms(), round -> libtorch.scan().ms()),
                wide ? 0.5 : 0.9,
                Vgg16.PICTURES * Vgg16.work(CHAIN)));
        both.accept(new Row("forward, everything kept", "DL4J feedForward", forward(dl4j), 0.30));
        check("pool5", zfscope.output("pool5"), dl4j.output("pool5"));
        return rows;
    }

    private Pair forward(Contender other) {
        return Pair.take(round -> zfscope.forward(), round -> other.forward());
    }

    private Row projection(String relu, double target) {
        for (int unit = 0; unit < CHECKED_UNITS; unit++) {
            check(relu + ":" + unit, zfscope.project(relu, unit), libtorch.project(relu, unit));
        }
        return new Row(
                "deconvnet of one unit of " + relu.replace("relu", "conv"),
                LIBTORCH,
                Pair.take(unit -> zfscope.project(relu, unit).ms(), unit -> libtorch.project(relu, unit)
                        .ms()),
                target);
    }

    /** Times of two sides that compute different things say nothing. */
    static void check(String what, Answer ours, Answer theirs) {
        if (!ours.agrees(theirs) || ours.sum() == 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s differs: zfscope has sum %g and maximum %g, the other side %g and %g",
                    what,
                    ours.sum(),
                    ours.max(),
                    theirs.sum(),
                    theirs.max()));
        }
    }
}
