package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Progress;
import org.zfscope.models.compute.Engine;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;
import org.zfscope.viz.analysis.Dataset;
import org.zfscope.viz.analysis.Hit;
import org.zfscope.viz.analysis.Rank;
import org.zfscope.viz.analysis.TopActivations;
import org.zfscope.viz.analysis.Tops;

/** zfscope itself. */
final class Zfscope implements Contender {

    private final Network network;
    private final Tensor picture;
    private final Projector projector;
    private final Dataset pictures;
    private @Nullable Activations last;

    Zfscope(Path folder, Engine engine) throws IOException {
        network = Vgg16.network(folder).on(engine);
        picture = Vgg16.picture(folder);
        projector = new Projector(network, Method.DECONVNET);
        pictures = Vgg16.pictures(folder);
    }

    @Override
    public double forward() {
        forget();
        long start = System.nanoTime();
        last = network.forward(picture, Keep.everything());
        return ms(start);
    }

    @Override
    public Answer output(String layer) {
        return Answer.of(0, run().maps(layer, 0));
    }

    /** Projects the strongest neuron of a map. */
    Answer project(String layer, int unit) {
        Activations run = run();
        long start = System.nanoTime();
        Projection projection = projector.project(run, new Target.Strongest(layer, unit));
        return Answer.of(ms(start), projection.full());
    }

    /** Projects a layer's whole output, all maps at once. */
    Answer dense(String layer) {
        Dense dense = new Dense(run());
        long start = System.nanoTime();
        Tensor pixels = dense.from(layer);
        return Answer.of(ms(start), pixels);
    }

    /** Projects the strongest neuron of every map of a layer; how long that took. */
    double projectLayer(String layer) {
        Activations run = run();
        long start = System.nanoTime();
        List<Projection> projections = projector.projectLayer(run, layer, Progress.SILENT);
        double ms = ms(start);
        if (projections.size() != network.shape(layer).channels()) {
            throw new IllegalStateException(projections.size() + " projections of " + layer);
        }
        return ms;
    }

    /** Scans the pictures, from their files on; the sum of the strongest values of all maps and the largest. */
    Answer scan() {
        List<String> relus =
                Vgg16.convolutions().stream().map(Vgg16.Block::relu).toList();
        TopActivations scan = new TopActivations(network, new TopActivations.Options(relus, 9, Rank.MAX));
        long start = System.nanoTime();
        Tops found = scan.scan(pictures, (done, total, soFar) -> {});
        double ms = ms(start);
        DoubleSummaryStatistics all = found.layers().values().stream()
                .flatMap(layer -> IntStream.range(0, layer.units()).boxed().flatMap(unit -> layer.hits(unit).stream()))
                .mapToDouble(Hit::value)
                .summaryStatistics();
        return new Answer(ms, all.getSum(), all.getMax());
    }

    private static double ms(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    Activations run() {
        if (last == null) {
            throw new IllegalStateException("forward comes first");
        }
        return last;
    }

    private void forget() {
        if (last != null) {
            last.close();
            last = null;
        }
    }

    @Override
    public void close() {
        forget();
        projector.close();
        network.close();
    }
}
