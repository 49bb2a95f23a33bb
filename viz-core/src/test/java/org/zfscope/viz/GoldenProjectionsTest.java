package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.load.caffe.CaffeLoader;
import org.zfscope.models.load.onnx.OnnxLoader;
import org.zfscope.models.naive.Grid;
import org.zfscope.models.tensor.Shape;
import org.zfscope.models.tensor.Tensor;
import org.zfscope.models.tensor.Window;
import org.zfscope.viz.deconv.LrnRule;
import org.zfscope.viz.deconv.ReluRule;

/** Projections of whole networks against those that PyTorch made after the paper's definitions. */
class GoldenProjectionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"zf-mini", "dag-mini", "squeezenet-1.1", "cifar10-quick"})
    void projectionsAreThoseOfPyTorch(String name) throws IOException {
        Path folder = SharedData.require("golden/" + name);
        JsonNode expected =
                new ObjectMapper().readTree(folder.resolve("expected.json").toFile());
        Network network = open(folder);
        Map<Method, Projector> projectors = new HashMap<>();
        try (Activations run = network.forward(NpyFiles.read(folder.resolve("input.npy")), Keep.everything())) {
            for (JsonNode one : expected.get("projections")) {
                Projector projector = projectors.computeIfAbsent(method(one), method -> new Projector(network, method));
                Tensor pixels = NpyFiles.read(folder.resolve(one.get("file").asText()));
                check(one, projector.project(run, target(one)), pixels);
            }
        } finally {
            projectors.values().forEach(Projector::close);
        }
    }

    /** The ONNX file of the folder, or the files of Caffe that it is about. */
    private static Network open(Path folder) {
        Path caffe = SharedData.require("data/weights/caffe-cifar10");
        return folder.endsWith("cifar10-quick")
                ? new CaffeLoader()
                        .load(ModelSource.ofFile(caffe.resolve("cifar10_quick.prototxt"))
                                .withWeights(Optional.of(caffe.resolve("cifar10_quick_iter_5000.caffemodel.h5"))))
                : new OnnxLoader().load(folder.resolve("model.onnx"));
    }

    /** Not always a map's strongest neuron; those of dense layers have no position. */
    private static Target target(JsonNode one) {
        JsonNode position = one.get("position");
        int y = position.path(0).asInt(0);
        int x = position.path(1).asInt(0);
        return new Target.Neuron(one.get("layer").asText(), one.get("unit").asInt(), y, x);
    }

    private static Method method(JsonNode one) {
        LrnRule lrn = one.get("lrn").asText().equals("gradient") ? LrnRule.GRADIENT : LrnRule.PASS;
        ReluRule relu = ReluRule.valueOf(one.get("rule").asText().toUpperCase(Locale.ROOT));
        return Method.of(relu).with(lrn);
    }

    /** The file holds a window; all the rest is zero. */
    private static void check(JsonNode one, Projection projection, Tensor pixels) {
        String what = one.get("file").asText();
        JsonNode window = one.get("window");
        Shape input = projection.input();
        Grid expected = Grid.of(
                pixels.crop(new Window(-window.get(0).asInt(), -window.get(1).asInt(), input.height(), input.width())));
        Grid actual = Grid.of(projection.full());
        double activation = one.get("activation").asDouble();

        assertThat((double) projection.unit().activation())
                .as(what)
                .isCloseTo(activation, within(1e-5 + 1e-4 * Math.abs(activation)));
        assertThat(expected.maxAbs())
                .as(what)
                .isCloseTo(one.get("maxabs").asDouble(), within(1e-6 * Math.abs(activation)));
        assertThat(actual.distance(expected)).as(what).isLessThanOrEqualTo(1e-5 + 1e-4 * expected.maxAbs());
        assertThat(projection
                        .window()
                        .contains(new Window(
                                window.get(0).asInt(),
                                window.get(1).asInt(),
                                window.get(2).asInt(),
                                window.get(3).asInt())))
                .as(what)
                .isTrue();
    }
}
