package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.io.NpyFiles;
import org.zfscope.viz.render.Provenance;

/** The experiments of the paper, on real networks and a real picture. */
class ExperimentsTest {

    @Test
    void aSquareOnTheDogsHeadTakesTheDogAway(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("o.png");
        Path npy = folder.resolve("o.npy");

        JsonNode found = json(
                "occlude",
                squeezeNet(),
                dog(),
                "--layer",
                "fire9/concat",
                "--stride",
                24,
                "-o",
                png,
                "--npy",
                npy,
                "--json");

        assertThat(found.get("label").asText()).isEqualTo("English foxhound");
        JsonNode square = found.at("/probability/window");
        assertThat(square.get(0).asInt() + 25).as("row of the centre").isBetween(50, 140);
        assertThat(square.get(1).asInt() + 25).as("column of the centre").isBetween(80, 150);
        assertThat(found.at("/probability/least").asDouble())
                .isLessThan(0.1 * found.at("/probability/unoccluded").asDouble());
        assertThat(NpyFiles.read(npy).shape().toString()).isEqualTo("3 x 8 x 8");
        assertThat(ImageFiles.read(png).width()).isGreaterThan(4 * 227);
        assertThat(Provenance.read(png).entries()).containsEntry("layer", "fire9/concat");
    }

    @Test
    void whereTheSquareWouldLieIsSeenBeforehand(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("p.png");

        JsonNode places = json(
                "occlude",
                squeezeNet(),
                dog(),
                "--layer",
                "conv1",
                "--preview",
                "--border",
                "overhang",
                "-o",
                png,
                "--json");

        assertThat(places.get("rows").asInt()).isEqualTo(29);
        assertThat(ImageFiles.read(png).width()).isGreaterThanOrEqualTo(227);
    }

    @Test
    void theFirstLayersDistanceRisesFasterThanTheLasts(@TempDir Path folder) throws IOException {
        Path csv = folder.resolve("i.csv");
        Path png = folder.resolve("i.png");

        JsonNode curves = json(
                "invariance",
                squeezeNet(),
                dog(),
                SharedData.require("data/pictures/cat.jpg"),
                "--layer",
                "conv1",
                "--layer",
                "pool10",
                "--translation",
                "-60:60:20",
                "--csv",
                csv,
                "-o",
                png,
                "--json");

        assertThat(curves).hasSize(2);
        for (JsonNode curve : curves) {
            assertThat(curve.at("/layers/0/rise").asDouble())
                    .isGreaterThan(curve.at("/layers/1/rise").asDouble());
            assertThat(curve.at("/layers/0/raw/3").asDouble()).isZero();
        }
        assertThat(Files.readAllLines(csv)).hasSize(1 + 2 * 7);
        assertThat(ImageFiles.read(png).width()).isEqualTo(3 * 560);
        assertThat(Cli.run("invariance", squeezeNet(), dog(), "--layer", "conv1", "--rotation", "0:1")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run(
                                "invariance",
                                squeezeNet(),
                                dog(),
                                "--layer",
                                "conv1",
                                "--rotation",
                                "0:0:1",
                                "--npy",
                                folder.resolve("i.npy"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aValueIsTheSumOfItsProducts(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("e.png");

        JsonNode told = json("explain", squeezeNet(), dog(), "--unit", "pool1:20", "-o", png, "--json");

        JsonNode steps = told.get("steps");
        assertThat(steps).hasSize(3);
        assertThat(steps.get(0).get("switch")).hasSize(2);
        JsonNode filtered = steps.get(2);
        double sum = filtered.get("bias").asDouble();
        for (JsonNode channel : filtered.get("sums")) {
            sum += channel.asDouble();
        }
        assertThat(sum).isCloseTo(filtered.get("sum").asDouble(), within(1e-9));
        assertThat(filtered.get("activation").asDouble()).isCloseTo(sum, within(1e-4 * Math.abs(sum)));
        assertThat(told.get("sizes").get(0).asText()).contains("ceil((113 - 3 + 0 + 0) / 2) + 1 = 56");
        assertThat(ImageFiles.read(png).width()).isGreaterThan(300);
        assertThat(Cli.run("explain", squeezeNet(), dog(), "--unit", "pool1:20@map")
                        .err())
                .contains("one neuron expected");
    }

    @Test
    void twentyStepsRaiseNearlyEveryMapOfTheBundledNetwork(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("m.png");
        Path npy = folder.resolve("m.npy");

        JsonNode raised = json("maximize", "bundled", "--unit", "relu1:*", "-o", png, "--npy", npy, "--json");

        assertThat(raised.get("units").asInt()).isEqualTo(48);
        assertThat(raised.get("rose").asInt()).isGreaterThanOrEqualTo(44);
        JsonNode shown = raised.get("shown");
        assertThat(shown.get(0).get("end").asDouble())
                .isGreaterThanOrEqualTo(shown.get(47).get("end").asDouble());
        assertThat(NpyFiles.readBatch(npy)).hasSize(48);
        assertThat(Provenance.read(png).entries())
                .containsEntry("preset", "keras")
                .containsEntry("steps", "20");
        assertThat(Cli.run("maximize", "bundled", "--unit", "class:10").err()).contains("no class 10");
        assertThat(Cli.run("maximize", "bundled", "--unit", "relu1").code()).isEqualTo(2);
    }

    /** What [Zeiler2014 table 1] found, in a smaller network: at the last convolution eyes are more alike than random places. */
    @Test
    void theEyesOfDogsCorrespond(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("c.png");

        JsonNode found = json(
                "correspond",
                "bundled",
                Path.of("../docs/frontal-dogs.json"),
                "--images",
                SharedData.require("data/frontal-dogs"),
                "--layer",
                "relu5",
                "--random",
                20,
                "-o",
                png,
                "--json");

        JsonNode layer = found.get("layers").get(0);
        double random = layer.at("/random/delta").asDouble();
        for (int eye = 0; eye < 2; eye++) {
            assertThat(layer.get("parts").get(eye).get("delta").asDouble()).isLessThan(random);
            assertThat(layer.get("parts").get(eye).get("p").asDouble()).isLessThan(0.05);
        }
        assertThat(ImageFiles.read(png).width()).isGreaterThan(3 * 128);
        assertThat(Cli.run("correspond", "bundled", "../docs/frontal-dogs.json", "--layer", "relu5")
                        .err())
                .contains("n02102040");
    }

    @Test
    void aFilmShowsTheClimbAndTheSameSeedGivesTheSameBytes(@TempDir Path folder) throws IOException {
        Path first = folder.resolve("a.gif");
        Path second = folder.resolve("b.gif");
        for (Path gif : List.of(first, second)) {
            json("maximize", "bundled", "--unit", "class:1", "--from", dog(), "--steps", 2, "-o", gif, "--json");
        }
        byte[] film = Files.readAllBytes(first);
        assertThat(new String(film, StandardCharsets.ISO_8859_1))
                .startsWith("GIF89a")
                .contains("NETSCAPE2.0");
        // the command, which names the file, is part of it
        assertThat(new String(Files.readAllBytes(second), StandardCharsets.ISO_8859_1).replace("b.gif", "a.gif"))
                .isEqualTo(new String(film, StandardCharsets.ISO_8859_1));
        assertThat(Cli.run("maximize", "bundled", "--unit", "class:1", "--preset", "accentuate")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("maximize", "bundled", "--unit", "class:1", "--preset", "maco", "--from", dog())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aPlateHasARowAUnitAndAPictureAndKnowsWhereItComesFrom(@TempDir Path folder) throws IOException {
        for (String ending : List.of(".png", ".svg", ".pdf")) {
            Path file = folder.resolve("plate" + ending);
            JsonNode rows = json(
                    "figure",
                    "bundled",
                    "--pictures",
                    dog() + "," + dog(),
                    "--units",
                    "relu1:3,relu3:5@4,4,relu3:6",
                    "--rules",
                    "deconvnet,guided",
                    "--control",
                    "shuffled",
                    "--caption",
                    "What is seen",
                    "-o",
                    file,
                    "--json");
            assertThat(rows).hasSize(6);
            assertThat(rows.get(0).get("columns")).hasSize(4);
            assertThat(Provenance.read(file).entries())
                    .containsEntry("rules", "deconvnet,guided")
                    .containsKey("picture-2 sha256");
        }
        assertThat(Files.readString(folder.resolve("plate.svg"))).contains(">What is seen</text>");
    }

    @Test
    void everyLayerHasItsFigureInOneFolder(@TempDir Path folder) throws IOException {
        Cli all = Cli.run(
                "figure",
                "bundled",
                "--pictures",
                dog(),
                "--layers",
                "relu1,relu3",
                "--best",
                2,
                "--format",
                "svg",
                "-o",
                folder);
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(folder.resolve("relu1.svg")).isNotEmptyFile();
        assertThat(folder.resolve("relu3.svg")).isNotEmptyFile();
        assertThat(Cli.run("figure", "bundled", "--pictures", dog()).code()).isEqualTo(2);
    }

    @Test
    void rulesAreComparedWithShuffledWeights(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("r.png");
        Path npy = folder.resolve("r.npy");

        JsonNode rules = json(
                "project",
                squeezeNet(),
                dog(),
                "--unit",
                "fire5/concat:200",
                "--compare",
                "-o",
                png,
                "--npy",
                npy,
                "--json");

        assertThat(rules).hasSize(3);
        for (JsonNode rule : rules) {
            assertThat(rule.get("sanity").asDouble()).isBetween(-1.0, 1.0);
        }
        assertThat(NpyFiles.readBatch(npy)).hasSize(6);
        assertThat(ImageFiles.read(png).width()).isGreaterThan(4 * 100);
        assertThat(Cli.run("project", squeezeNet(), dog(), "--unit", "conv1:1", "--unit", "conv1:2", "--compare")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatSpeaksForAClassAddsUpToItsScore(@TempDir Path folder) throws IOException {
        Path png = folder.resolve("a.png");
        Path scene = folder.resolve("scene.png");
        assertThat(Cli.run("chart", "scene", "-o", scene).code()).isZero();

        JsonNode found = json("attribute", "bundled", scene, "--steps", 64, "--samples", 4, "-o", png, "--json");

        assertThat(found.get("label").asText()).isEqualTo("parachute");
        double difference = found.get("difference").asDouble();
        assertThat(found.get("integrated").asDouble()).isCloseTo(difference, within(0.1 * Math.abs(difference)));
        assertThat(found.get("layer").asText()).isEqualTo("pool5");
        assertThat(ImageFiles.read(png).width()).isGreaterThan(3 * 128);
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        assertThat(Cli.run("occlude", squeezeNet(), dog(), "--layer", "conv1", "--class", 1000, "--stride", 200)
                        .err())
                .contains("no class 1000");
        assertThat(Cli.run("occlude", squeezeNet(), dog(), "--layer", "conv1", "--fill", "blue")
                        .code())
                .isEqualTo(2);
    }

    private static JsonNode json(Object... arguments) throws IOException {
        Cli run = Cli.run(arguments);
        assertThat(run.code())
                .as("%s: %s", Arrays.toString(arguments), run.err())
                .isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static Path squeezeNet() {
        return SharedData.require("golden/squeezenet-1.1/model.onnx");
    }

    private static Path dog() {
        return SharedData.require("data/pictures/dog.jpg");
    }
}
