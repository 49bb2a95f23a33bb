package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.Npy;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.viz.Method.Seed;
import org.zfscope.viz.deconv.ReluRule;

/** Current architectures as PyTorch's exporters write them: scores and gradients are those of autograd. */
class ExportsTest {

    /** A transformer is no convolutional network. */
    private static final Set<String> OTHERS = Set.of("timm_test_vit");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> folders = Files.list(SharedData.require("exports"))) {
            List<Path> files = folders.filter(Files::isDirectory)
                    .filter(folder -> !OTHERS.contains(folder.getFileName().toString()))
                    .flatMap(ExportsTest::models)
                    .sorted()
                    .toList();
            return files.stream();
        }
    }

    private static Stream<Path> models(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".onnx")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void scoresAndGradientsAreThoseOfPyTorch(Path file) {
        float[] logits = Npy.read(file.resolveSibling("logits.npy")).values();
        Npy gradient = Npy.read(file.resolveSibling("gradient.npy"));
        try (Network network = new OnnxLoader().load(file);
                Activations run = network.forward(input(file, network), Keep.everything());
                Projector projector =
                        new Projector(network, Method.of(ReluRule.GRADIENT).with(Seed.ONE))) {
            String scores = network.output().name();
            Grid found = Grid.of(run.maps(scores, 0));
            Grid expected = Grid.of(new Tensor(network.shape(scores), logits));
            int largest = largest(logits);
            Tensor pixels = projector
                    .project(run, new Target.Neuron(scores, largest, 0, 0))
                    .full();
            double off = off(Grid.of(pixels), Grid.of(new Tensor(network.input(), gradient.values())));
            System.out.printf(
                    Locale.ROOT,
                    "%s: scores off by %.1e, gradient by %.1e%n",
                    file.subpath(file.getNameCount() - 2, file.getNameCount()),
                    found.distance(expected),
                    off);

            assertThat(found.distance(expected)).isLessThanOrEqualTo(1e-4 * Math.max(1, expected.maxAbs()));
            assertThat(off).isLessThanOrEqualTo(5e-3);
        }
    }

    private static Tensor input(Path file, Network network) {
        return new Tensor(
                network.input(), Npy.read(file.resolveSibling("input.npy")).values());
    }

    private static int largest(float[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    /** Relative, in the Euclidean norm. */
    private static double off(Grid actual, Grid expected) {
        Grid difference = actual.plus(expected.map(v -> -v));
        return Math.sqrt(difference.dot(difference) / expected.dot(expected));
    }
}
