package org.zfscope.models.load.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.load.InputSize;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** Runs a small model on small whole numbers, two pictures at a time, so that nothing depends on there being one. */
final class OnnxRun {

    static final int BATCH = 2;

    final Network network;
    final float[] input;
    final float[] output;
    final Shape shape;

    OnnxRun(Path folder, OnnxModel model) {
        ModelSource file = ModelSource.ofFile(model.write(folder));
        network =
                new OnnxLoader().load(model.leavesSizeOpen() ? file.withSize(Optional.of(new InputSize(8, 8))) : file);
        input = small(1, BATCH * network.input().size());
        String last = network.output().name();
        shape = network.shape(last);
        List<Tensor> pictures = List.of(tensor(0), tensor(1));
        try (Activations run = network.forward(pictures, Keep.everything())) {
            assertThat(run.maps(last).pictures()).isEqualTo(BATCH);
            assertThat(run.maps(last).shape()).isEqualTo(shape);
            output = new float[BATCH * shape.size()];
            for (int i = 0; i < BATCH; i++) {
                System.arraycopy(run.maps(last, i).values(), 0, output, i * shape.size(), shape.size());
            }
            assertThat(pictures).as("the input is not touched").containsExactly(tensor(0), tensor(1));
            assertThat(run.maps(Network.INPUT, 1)).isEqualTo(tensor(1));
        }
    }

    private Tensor tensor(int i) {
        int size = network.input().size();
        return new Tensor(network.input(), Arrays.copyOfRange(input, i * size, (i + 1) * size));
    }

    /** Picture i of the input. */
    double[][][] picture(int i) {
        Shape in = network.input();
        return Naive.maps(input, i * in.size(), in.channels(), in.height(), in.width());
    }

    /** What came out for picture i is that, and nothing else. */
    void gives(int i, double[] expected) {
        float[] found = Arrays.copyOfRange(output, i * shape.size(), (i + 1) * shape.size());
        assertThat(found.length).isEqualTo(expected.length);
        for (int at = 0; at < expected.length; at++) {
            assertThat((double) found[at]).as("picture " + i + " at " + at).isCloseTo(expected[at], within(1e-4));
        }
    }

    /** Whole numbers from -4 to 4. */
    static float[] small(long seed, int count) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextInt(9) - 4;
        }
        return values;
    }
}
