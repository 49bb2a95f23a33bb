package org.zfscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.image.RgbImage;
import org.zfscope.viz.render.Png;
import org.zfscope.viz.render.Provenance;

/** train and evolve, with pictures that are mostly red or mostly blue. */
class TrainingCommandsTest {

    private static Path folder;
    private static Path run;

    @BeforeAll
    static void train(@TempDir Path temporary) throws IOException {
        folder = temporary;
        for (String part : List.of("train", "val")) {
            pictures(folder.resolve(part).resolve("blue"), 0x2030C0);
            pictures(folder.resolve(part).resolve("red"), 0xC03020);
        }
        run = folder.resolve("run");
        Cli trained = trainTo(run, "--epochs", 2, "--checkpoints", "0,1");
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(trained.out())
                .contains("24 pictures of 2 classes", "epoch 2: loss", "ten crops: validation accuracy");
    }

    private static void pictures(Path one, int colour) throws IOException {
        Random random = new Random(colour);
        Files.createDirectories(one);
        for (int i = 0; i < 12; i++) {
            int[] pixels =
                    random.ints(36 * 36, 0, 0x40).map(r -> colour + r * 0x10101).toArray();
            Png.write(one.resolve(i + ".png"), new RgbImage(36, 36, pixels), Provenance.of("test"));
        }
    }

    private static Cli trainTo(Path out, Object... options) {
        List<Object> all = new ArrayList<>(List.of(
                "train", folder, "-o", out, "--arch", "cifar10-quick", "--side", 36, "--batch", 8, "--start", "he"));
        all.add("--no-flips");
        all.addAll(List.of(options));
        return Cli.run(all.toArray());
    }

    @Test
    void leavesModelCheckpointLogAndCurves() {
        for (String name :
                List.of("model.zip", "last.zip", "epoch-000.zip", "epoch-001.zip", "log.csv", "curves.png")) {
            assertThat(run.resolve(name)).exists();
        }
        Cli classified = Cli.run("classify", run.resolve("model.zip"), folder.resolve("val/red/3.png"), "--top", 1);
        assertThat(classified.out()).contains("red");
        assertThat(Provenance.read(run.resolve("curves.png")).entries().get("command"))
                .contains("train");
    }

    @Test
    void aFinishedTrainingIsKeptUnlessItIsToGoOn() throws IOException {
        byte[] before = Files.readAllBytes(run.resolve("model.zip"));
        Cli again = trainTo(run, "--epochs", 2);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("holds a training already").contains("--resume");
        assertThat(Files.readAllBytes(run.resolve("model.zip"))).isEqualTo(before);
    }

    @Test
    void goesOnWithTheSameRecipeAndMoreEpochs() throws IOException {
        Path copy = folder.resolve("longer");
        Files.createDirectories(copy);
        Files.copy(run.resolve("last.zip"), copy.resolve("last.zip"));
        Cli resumed = Cli.run("train", folder, "-o", copy, "--resume", "--epochs", 3);
        assertThat(resumed.code()).isZero();
        assertThat(resumed.out()).contains("epoch 3: loss").doesNotContain("epoch 2: loss");
        assertThat(Files.readAllLines(copy.resolve("log.csv"))).hasSize(4);
    }

    @Test
    void retrainsTheUpperLayersOfAnotherNetwork() {
        Path out = folder.resolve("transfer");
        Cli trained = Cli.run(
                "train",
                folder,
                "-o",
                out,
                "--init",
                run.resolve("model.zip"),
                "--freeze",
                "pool2",
                "--epochs",
                1,
                "--batch",
                8);
        assertThat(trained.err()).isEmpty();
        assertThat(trained.code()).isZero();
        assertThat(out.resolve("model.zip")).exists();
    }

    @Test
    void ablateComparesVariantsAndGoesOn() throws IOException {
        Path out = folder.resolve("ablation");
        List<Object> ablate = new ArrayList<>(List.of("ablate", folder, "-o", out, "--arch", "cifar10-quick"));
        ablate.addAll(List.of("--side", 36, "--batch", 8, "--start", "he", "--epochs", 1, "--variant", "2=0,3=0"));
        Cli first = Cli.run(ablate.toArray());

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.out().lines()).hasSize(3);
        assertThat(first.out()).contains("cifar10-quick  parameters", "whole", "2=0,3=0");
        assertThat(Files.readAllLines(out.resolve("ablation.csv"))).hasSize(3);
        assertThat(Cli.run(ablate.toArray()).err()).contains("--resume");

        ablate.addAll(List.of("--resume", "--variant", "4=0", "--json"));
        Cli second = Cli.run(ablate.toArray());
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("epoch 1:").containsOnlyOnce("epoch 1:");
        JsonNode rows = new ObjectMapper().readTree(second.out());
        assertThat(rows)
                .extracting(row -> row.get("variant").toString())
                .containsExactly("{}", "{\"2\":0,\"3\":0}", "{\"4\":0}");
        assertThat(first.out())
                .contains(String.format("%,d", rows.get(1).get("parameters").asInt()));
    }

    @Test
    void evolveShowsEachCheckpoint() throws IOException {
        Path out = folder.resolve("evolution");
        Cli evolved = Cli.run(
                "evolve",
                run,
                run.resolve("model.zip"),
                "--images",
                folder.resolve("val"),
                "--layer",
                "relu1",
                "--layer",
                "relu3",
                "--maps",
                3,
                "-o",
                out);
        assertThat(evolved.code()).isZero();
        assertThat(evolved.out()).contains("24 pictures", "relu1: for half of its 32 maps", "relu3: for half");
        assertThat(out.resolve("relu1.png")).exists();
        JsonNode json =
                new ObjectMapper().readTree(out.resolve("evolution.json").toFile());
        assertThat(json).hasSize(2);
        JsonNode cells = json.get(0).get("maps").get(5).get("checkpoints");
        assertThat(cells).extracting(cell -> cell.get("epoch").asInt()).containsExactly(0, 1, 2);
        assertThat(cells.get(1).get("picture").asText()).endsWith(".png");
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(Cli.run("train", empty, "-o", folder.resolve("x")).err())
                .contains("train")
                .contains("folder");
        assertThat(Cli.run("evolve", empty, "--images", folder.resolve("val"), "-o", empty)
                        .err())
                .contains("no checkpoints");
        assertThat(Cli.run("train", folder, "-o", folder.resolve("x"), "--rate", 0)
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("train", folder, "-o", folder.resolve("x"), "--side", 20)
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("train", folder, "-o", folder.resolve("x"), "--freeze", "relu1")
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("train", folder, "-o", folder.resolve("x"), "--arch", "nonsense")
                        .err())
                .contains("neither a file nor one of vgg16");
        assertThat(folder.resolve("x")).doesNotExist();
    }
}
