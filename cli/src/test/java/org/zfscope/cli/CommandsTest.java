package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.image.RgbImage;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.models.tensor.Tensor;

/** The contract of the command line, on a real network and a real picture. */
class CommandsTest {

    @Test
    void describeGivesEachLayersShapeParametersAndReceptiveField() throws IOException {
        JsonNode network = json("describe", squeezeNet(), "--json");

        assertThat(network.get("input").toString()).isEqualTo("[3,227,227]");
        assertThat(network.at("/preprocessing/channels").asText()).isEqualTo("bgr");
        assertThat(network.at("/preprocessing/source").asText()).isEqualTo("guess");
        JsonNode first = network.get("layers").get(0);
        assertThat(first.get("name").asText()).isEqualTo("conv1");
        assertThat(first.get("kind").asText()).isEqualTo("convolution");
        assertThat(first.get("shape").toString()).isEqualTo("[64,113,113]");
        assertThat(first.get("parameters").asInt()).isEqualTo(64 * (3 * 3 * 3 + 1));
        assertThat(first.get("receptiveField").toString()).isEqualTo("{\"size\":3,\"stride\":2,\"offset\":0}");
    }

    @Test
    void describeSaysInWordsThatPreprocessingIsAGuess() {
        assertThat(Cli.run("describe", squeezeNet()).out()).contains("a guess").contains("fire9/concat");
    }

    @Test
    void optionsOverrideThePreprocessingAndSaySo() throws IOException {
        JsonNode network = json(
                "describe",
                squeezeNet(),
                "--json",
                "--channels",
                "rgb",
                "--mean",
                "1,2,3",
                "--scale",
                "0.5",
                "--resize",
                "256",
                "--fit",
                "stretch");

        assertThat(network.get("preprocessing").toString())
                .isEqualTo("{\"channels\":\"rgb\",\"fit\":\"stretch\",\"shortSide\":256,\"mean\":[1.0,2.0,3.0],"
                        + "\"scale\":[0.5,0.5,0.5],\"source\":\"option\"}");
    }

    @Test
    void classifyNamesTheHound() throws IOException {
        JsonNode pictures = json("classify", squeezeNet(), dog(), "--json", "--top", "3");

        JsonNode top = pictures.get(0).get("top");
        assertThat(top).hasSize(3);
        assertThat(top.get(0).get("label").asText()).containsAnyOf("hound", "beagle");
        assertThat(top.get(0).get("probability").asDouble())
                .isGreaterThan(top.get(1).get("probability").asDouble());
    }

    @Test
    void classifyTakesReadyMadeInputs() throws IOException {
        JsonNode pictures =
                json("classify", squeezeNet(), SharedData.require("golden/squeezenet-1.1/input.npy"), "--json");
        JsonNode golden = new ObjectMapper()
                .readTree(SharedData.require("golden/squeezenet-1.1/expected.json")
                        .toFile());

        JsonNode best = golden.get("top5").get(0);
        assertThat(pictures.get(0).get("top").get(0).get("index").asInt())
                .isEqualTo(
                        best.isArray() ? best.get(0).asInt() : best.get("index").asInt());
    }

    @Test
    void severalOutputsAreNamedAndCanBeChosen() throws IOException {
        Path model = SharedData.require("cases/cls_logits_used_later.onnx");
        Path input = SharedData.require("cases/cls_logits_used_later.npy");
        JsonNode outputs = json("describe", model, "--json").get("outputs");

        String first = outputs.get(0).get("name").asText();
        String second = outputs.get(1).get("name").asText();
        assertThat(outputs.get(0).get("layer").asText()).isEqualTo("n3");
        assertThat(Cli.run("describe", model).out())
                .contains("outputs: " + first + " (layer n3, 4 x 1 x 1); " + second + " (layer n4, 7 x 1 x 1)");
        assertThat(json("classify", model, input, "--json").get(0).get("top")).hasSize(4);
        assertThat(json("classify", model, input, "--json", "--top", "9", "--output", second)
                        .get(0)
                        .get("top"))
                .hasSize(7);
        assertThat(json("project", model, input, "--unit", "class:2", "--json")
                        .get(0)
                        .get("unit")
                        .asText())
                .isEqualTo("n3:2");
        assertThat(json("project", model, input, "--unit", "class:6", "--output", second, "--json")
                        .get(0)
                        .get("unit")
                        .asText())
                .isEqualTo("n4:6");
        Cli wrong = Cli.run("classify", model, input, "--output", "boxes");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("no output boxes", first, second);
    }

    @Test
    void randomWeightsAreSaidAndGetNoPercentages(@TempDir Path folder) throws IOException {
        Cli run = Cli.run("classify", "alexnet", dog());

        assertThat(run.out()).contains("random weights (seed 1)").doesNotContain("%");
        assertThat(run.out().lines()).hasSize(7);
        assertThat(Cli.run("classify", "alexnet", dog(), "--probabilities").out())
                .contains("random weights (seed 1)", " %");
        JsonNode ranked = json("classify", "alexnet", dog(), "--json").get(0);
        assertThat(ranked.get("weights").toString()).isEqualTo("{\"origin\":\"random\",\"seed\":1}");
        assertThat(ranked.get("top").get(0).has("label")).isTrue();
        assertThat(ranked.get("top").get(0).has("probability")).isFalse();
        assertThat(json("classify", "alexnet", dog(), "--json", "--probabilities")
                        .get(0)
                        .get("top")
                        .get(0)
                        .has("probability"))
                .isTrue();
    }

    @Test
    void describeAndPicturesSayThatWeightsAreRandom(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("filters.png");

        assertThat(Cli.run("describe", "alexnet").out()).contains("weights: random weights (seed 1)");
        assertThat(json("describe", "alexnet", "--json").get("weights").toString())
                .isEqualTo("{\"origin\":\"random\",\"seed\":1}");
        assertThat(json("describe", squeezeNet(), "--json").get("weights").toString())
                .isEqualTo("{\"origin\":\"file\"}");
        assertThat(Cli.run("filters", "alexnet", "--layer", "conv1", "-o", png).code())
                .isZero();
        assertThat(Cli.run("show", png).out()).contains("weights: random weights (seed 1)");
    }

    @Test
    void describeSaysInWordsThatTheInputsSizeIsAGuess(@TempDir Path folder) throws IOException {
        Path open = Files.write(folder.resolve("open.onnx"), openSides());
        assertThat(Cli.run("describe", open).out()).contains("input 3 x 224 x 224 (a guess");
        assertThat(json("describe", open, "--json", "--size", "160")
                        .get("inputSource")
                        .asText())
                .isEqualTo("option");
    }

    /** An ONNX model of one ReLU that takes pictures of any size. */
    private static byte[] openSides() {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDimBuilder().setDimValue(1);
        shape.addDimBuilder().setDimValue(3);
        shape.addDimBuilder().setDimParam("height");
        shape.addDimBuilder().setDimParam("width");
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape).build(); // 1 = float
        GraphProto.Builder graph = GraphProto.newBuilder();
        graph.addInputBuilder().setName("x").setType(TypeProto.newBuilder().setTensorType(tensor));
        graph.addNodeBuilder().setOpType("Relu").addInput("x").addOutput("y");
        graph.addOutputBuilder().setName("y");
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    @Test
    void describeSaysInWordsThatClassNamesAreAGuess() throws IOException {
        assertThat(Cli.run("describe", squeezeNet()).out()).contains("1000 class names (a guess");
        assertThat(json("describe", squeezeNet(), "--json").get("classNames").asText())
                .isEqualTo("guess");
    }

    @Test
    void projectWritesNumbersPictureAndJsonOfOneUnit(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("p.png");
        Path npy = folder.resolve("p.npy");
        JsonNode projections = json(
                "project", squeezeNet(), dog(), "--unit", "fire5/concat:200@4,5", "-o", png, "--npy", npy, "--json");

        JsonNode projection = projections.get(0);
        assertThat(projection.get("unit").asText()).isEqualTo("fire5/concat:200");
        assertThat(projection.get("position").toString()).isEqualTo("[4,5]");
        assertThat(projection.get("rule").asText()).isEqualTo("deconvnet");
        assertThat(projection.get("lrn").asText()).isEqualTo("pass");
        Tensor values = NpyFiles.read(npy);
        assertThat(values.shape().toString()).isEqualTo("3 x 227 x 227");
        JsonNode window = projection.get("window");
        assertThat(sumOutside(values, window)).isZero();
        RgbImage picture = ImageFiles.read(png);
        assertThat(List.of(picture.width(), picture.height())).isEqualTo(List.of(227, 227));
    }

    @Test
    void projectOfEveryMapIsAMosaicThatSaysHowItWasMade(@TempDir Path folder) {
        Path png = folder.resolve("all.png");
        Path npy = folder.resolve("all.npy");

        Cli run = Cli.run("project", squeezeNet(), dog(), "--unit", "fire2/squeeze1x1:*", "-o", png, "--npy", npy);

        assertThat(run.code()).isZero();
        assertThat(NpyFiles.readBatch(npy)).hasSize(16);
        Cli shown = Cli.run("show", png);
        assertThat(shown.out())
                .contains("unit: fire2/squeeze1x1:*")
                .contains("rule: deconvnet")
                .contains("model sha256: ")
                .contains("picture sha256: ")
                .contains("a guess");
    }

    @Test
    void aClassScoreIsTakenBeforeTheSoftmax() throws IOException {
        JsonNode projection = json("project", squeezeNet(), dog(), "--unit", "class:162", "--json")
                .get(0);

        assertThat(projection.get("unit").asText()).isEqualTo("flatten:162");
        assertThat(projection.get("activation").asDouble()).isGreaterThan(1);
    }

    @Test
    void gradientGoesThroughNormalisationUnlessToldOtherwise() throws IOException {
        Object[] project = {"project", zfMini(), zfInput(), "--unit", "relu5:17", "--rule", "gradient", "--json"};

        assertThat(json(project).get(0).get("lrn").asText()).isEqualTo("gradient");
        assertThat(json(
                                "project",
                                zfMini(),
                                zfInput(),
                                "--unit",
                                "relu5:17",
                                "--rule",
                                "gradient",
                                "--lrn",
                                "pass",
                                "--json")
                        .get(0)
                        .get("lrn")
                        .asText())
                .isEqualTo("pass");
    }

    @Test
    void mapsWritesAllMapsOfALayer(@TempDir Path folder) {
        Path png = folder.resolve("maps.png");
        Path npy = folder.resolve("maps.npy");

        Cli run = Cli.run("maps", squeezeNet(), dog(), "--layer", "fire2/squeeze1x1", "-o", png, "--npy", npy);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(NpyFiles.read(npy).shape().toString()).isEqualTo("16 x 56 x 56");
        assertThat(ImageFiles.read(png).width()).isGreaterThan(4 * 56);
    }

    @Test
    void histogramDrawsAndCountsALayersValues(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("h.png");
        Path npy = folder.resolve("h.npy");

        JsonNode counted = json(
                "histogram",
                squeezeNet(),
                dog(),
                "--layer",
                "relu_conv1",
                "-o",
                png,
                "--npy",
                npy,
                "--bins",
                10,
                "--json");

        assertThat(counted.get("values").asLong()).isEqualTo(64 * 113 * 113);
        assertThat(counted.get("zeros").asLong()).isBetween(1L, 64L * 113 * 113);
        assertThat(counted.get("counts")).hasSize(10);
        assertThat(NpyFiles.read(npy).shape().toString()).isEqualTo("64 x 1 x 10");
        assertThat(ImageFiles.read(png).width()).isEqualTo(900);
        assertThat(Cli.run("histogram", squeezeNet(), dog(), "--layer", "relu_conv1", "--bins", 0)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void filtersHaveTheLayoutOfCaffesMosaicWhereAskedFor(@TempDir Path folder) {
        Path png = folder.resolve("filters.png");

        Cli run = Cli.run("filters", squeezeNet(), "--layer", "conv1", "--caffe", "-o", png);

        assertThat(run.code()).as(run.err()).isZero();
        RgbImage picture = ImageFiles.read(png);
        assertThat(picture.width()).isEqualTo(8 * (3 + 1));
        assertThat(picture.height()).isEqualTo(8 * (3 + 1));
    }

    @Test
    void seedOneOnlyChangesTheScale(@TempDir Path folder) throws IOException {
        Path one = folder.resolve("one.npy");
        Path own = folder.resolve("own.npy");
        Object[] unit = {"project", squeezeNet(), dog(), "--unit", "fire5/concat:200", "--json", "--npy"};
        double activation = json(with(unit, own)).get(0).get("activation").asDouble();
        json(with(unit, one, "--seed", "one"));

        assertThat((double) NpyFiles.read(one).maxAbs() * activation)
                .isCloseTo(
                        NpyFiles.read(own).maxAbs(),
                        within(1e-3 * NpyFiles.read(own).maxAbs()));
    }

    private static Object[] with(Object[] some, Object... more) {
        Object[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static double sumOutside(Tensor values, JsonNode window) {
        double sum = 0;
        for (int c = 0; c < values.shape().channels(); c++) {
            for (int y = 0; y < values.shape().height(); y++) {
                for (int x = 0; x < values.shape().width(); x++) {
                    boolean inside = y >= window.get(0).asInt()
                            && y < window.get(0).asInt() + window.get(2).asInt()
                            && x >= window.get(1).asInt()
                            && x < window.get(1).asInt() + window.get(3).asInt();
                    sum += inside ? 0 : Math.abs(values.at(c, y, x));
                }
            }
        }
        return sum;
    }

    private static JsonNode json(Object... arguments) throws IOException {
        Cli run = Cli.run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    private static Path zfMini() {
        return SharedData.require("golden/zf-mini/model.onnx");
    }

    private static Path zfInput() {
        return SharedData.require("golden/zf-mini/input.npy");
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }
}
