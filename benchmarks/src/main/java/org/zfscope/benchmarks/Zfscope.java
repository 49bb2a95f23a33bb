package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Native;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method;
import org.zfscope.viz.Progress;
import org.zfscope.viz.Projection;
import org.zfscope.viz.Projector;
import org.zfscope.viz.Target;

/** zfscope itself. */
final class Zfscope implements Contender {

    private final Network network;
    private final Tensor picture;
    private final Projector projector;
    private @Nullable Activations last;

    Zfscope(Path folder) throws IOException {
        network = Vgg16.network(folder);
        picture = Native.picture(Vgg16.picture(folder), 0);
        projector = new Projector(network, Method.DECONVNET);
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
    }
}
