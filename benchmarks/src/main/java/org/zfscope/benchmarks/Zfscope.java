package org.zfscope.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;

/** zfscope itself. */
final class Zfscope implements Contender {

    private final Network network;
    private final INDArray picture;
    private @Nullable Activations last;

    Zfscope(Path folder) throws IOException {
        network = Vgg16.network(folder);
        picture = Vgg16.picture(folder);
    }

    @Override
    public double forward() {
        close();
        long start = System.nanoTime();
        last = network.forward(picture, Keep.everything());
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public Answer output(String layer) {
        return Answer.of(0, run().maps(layer, 0));
    }

    Activations run() {
        if (last == null) {
            throw new IllegalStateException("forward comes first");
        }
        return last;
    }

    @Override
    public void close() {
        if (last != null) {
            last.close();
            last = null;
        }
    }
}
