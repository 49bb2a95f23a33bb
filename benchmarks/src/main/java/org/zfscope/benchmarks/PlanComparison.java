package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Forward runs of a network of blocks, beside libtorch's, everything kept on both sides. */
final class PlanComparison {

    private static final double ASKED = 0.8;
    private static final long SEED = 2;

    private PlanComparison() {}

    static Row of(Plan plan, String classpath, int threads, Engine engine) throws IOException {
        Path folder = Files.createTempDirectory("zfscope-benchmark");
        try {
            plan.write(folder, SEED);
            try (Libtorch libtorch = Libtorch.blocks(classpath, folder, threads);
                    Network network = plan.network(folder).on(engine)) {
                Tensor picture = new Tensor(new Shape(3, Plan.SIDE, Plan.SIDE), Vgg16.read(folder, "picture"));
                Comparison.check(plan.name(), run(network, picture), libtorch.run());
                Pair pair = Pair.take(round -> run(network, picture).ms(), round -> libtorch.run()
                        .ms());
                return new Row("forward, " + plan.name(), Comparison.LIBTORCH, pair, ASKED, plan.work());
            }
        } finally {
            SideBySide.delete(folder);
        }
    }

    private static Answer run(Network network, Tensor picture) {
        long start = System.nanoTime();
        try (Activations run = network.forward(picture, Keep.everything())) {
            double ms = (System.nanoTime() - start) / 1e6;
            return Answer.of(ms, run.maps(network.output().name(), 0));
        }
    }
}
