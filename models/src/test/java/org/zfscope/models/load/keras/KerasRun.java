package org.zfscope.models.load.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;

/** A file opened and run once, on multiples of 1/8. */
final class KerasRun implements AutoCloseable {

    final Network network;
    private final Pixels input;
    private final Activations run;

    KerasRun(Path file) {
        network = new KerasLoader().load(file);
        Random random = new Random(7);
        Shape shape = network.input();
        input = Pixels.of(
                shape.height(), shape.width(), shape.channels(), (y, x, c) -> (random.nextInt(33) - 16) / 8.0);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.values().length; i++) {
            int area = shape.area();
            tensor.values()[i] = (float) input.at(i % area / shape.width(), i % shape.width(), i / area);
        }
        run = network.forward(tensor, Keep.everything());
    }

    /** What the network is given, channels last. */
    Pixels input() {
        return input;
    }

    /** What a layer gives. */
    Tensor maps(String layer) {
        return run.maps(layer, 0);
    }

    /** The network's result is that. */
    void gives(Pixels expected) {
        gives(network.output().name(), expected);
    }

    void gives(String layer, Pixels expected) {
        Tensor found = maps(layer);
        assertThat(found.shape()).isEqualTo(new Shape(expected.channels(), expected.rows(), expected.columns()));
        for (int c = 0; c < expected.channels(); c++) {
            for (int y = 0; y < expected.rows(); y++) {
                for (int x = 0; x < expected.columns(); x++) {
                    assertThat((double) found.at(c, y, x))
                            .as(layer + " " + c + ":" + y + "," + x)
                            .isCloseTo(expected.at(y, x, c), within(1e-4));
                }
            }
        }
    }

    @Override
    public void close() {
        run.close();
        network.close();
    }
}
