package org.zfscope.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The rows of the table, measured one after the other. */
final class Comparison {

    private static final String LIBTORCH = "libtorch 2.7.1";
    private static final List<String> CHECKED = List.of("conv1_1", "pool1", "relu3_3", "conv5_3", "pool5");
    private static final int CHECKED_UNITS = 3;
    private static final String MANY = "relu3_3";
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
        both.accept(new Row("forward, everything kept", LIBTORCH, forward(libtorch), 1.40));
        CHECKED.forEach(layer -> check(layer, zfscope.output(layer), libtorch.output(layer)));
        both.accept(projection("relu5_3", 0.90));
        both.accept(projection("relu4_3", 0.35));
        both.accept(projection(MANY, 0.10));
        both.accept(new Row(
                "deconvnet of all " + MAPS + " maps of conv3_3",
                LIBTORCH + ", one x " + MAPS,
                Pair.take(round -> zfscope.projectLayer(MANY), round -> libtorch.project(MANY, round)
                                .ms())
                        .theirsTimes(MAPS),
                0.10));
        check("scan", zfscope.scan(), libtorch.scan());
        both.accept(new Row(
                "top-9 scan of " + Vgg16.PICTURES + " pictures",
                LIBTORCH,
                Pair.take(round -> zfscope.scan().ms(), round -> libtorch.scan().ms()),
                1.40));
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
    private static void check(String what, Answer ours, Answer theirs) {
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
