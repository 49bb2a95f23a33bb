package org.zfscope.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.open.Models;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Picture;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;

/** A scan from files beside the pure forward passes of the same pictures, already decoded. */
public final class ScanSpeed {

    private static final double TARGET = 1.15;
    private static final int MANY = 50_000;

    private ScanSpeed() {}

    /** Arguments: the model, a folder of pictures, how many of them. */
    public static void main(String[] args) {
        Network network = Models.open(args[0]);
        Dataset all = Dataset.folder(Path.of(args[1]));
        int count =
                Math.min(Integer.parseInt(args[2]), all.items().size()) / TopActivations.BATCH * TopActivations.BATCH;
        Dataset dataset = new Dataset(all.root(), all.items().subList(0, count));
        List<Tensor> inputs = dataset.items().stream()
                .map(item -> Picture.read(dataset.file(item), network).input())
                .toList();
        Pair ms = Pair.take(round -> scan(network, dataset), round -> forward(network, inputs));
        double decoding = 1000 * count / decoding(network, dataset);
        double perSecond = 1000 * count / ms.ours();
        System.out.printf(
                Locale.ROOT,
                "| scan of %d pictures, %s | %.1f pictures/s | pure forward %.1f pictures/s | decoding alone %.1f pictures/s | ratio %.3f | target %.2f |"
                        + " %,d pictures: %.0f min |%n",
                count,
                network.name(),
                perSecond,
                1000 * count / ms.theirs(),
                decoding,
                ms.ratio(),
                TARGET,
                MANY,
                MANY / perSecond / 60);
    }

    private static double scan(Network network, Dataset dataset) {
        TopActivations.Options options = new TopActivations.Options(TopActivations.usualLayers(network), 9, Rank.MAX);
        long start = System.nanoTime();
        new TopActivations(network, options).scan(dataset, (done, total, soFar) -> {});
        return (System.nanoTime() - start) / 1e6;
    }

    /** Milliseconds for reading and preparing them, on all cores. */
    private static double decoding(Network network, Dataset dataset) {
        long start = System.nanoTime();
        long numbers = dataset.items().parallelStream()
                .mapToLong(item -> Picture.read(dataset.file(item), network)
                        .input()
                        .shape()
                        .area())
                .sum();
        if (numbers == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double forward(Network network, List<Tensor> inputs) {
        Keep last = Keep.only(network.output().name());
        long start = System.nanoTime();
        for (int from = 0; from < inputs.size(); from += TopActivations.BATCH) {
            List<Tensor> batch = new ArrayList<>(inputs.subList(from, from + TopActivations.BATCH));
            try (Activations run = network.forward(batch, last)) {
                if (run.batch() != batch.size()) {
                    throw new IllegalStateException(run.batch() + " pictures ran");
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
