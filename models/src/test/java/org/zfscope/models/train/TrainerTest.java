package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.io.InputException;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.open.Models;

class TrainerTest {

    private final Path folder;
    private final Trainer.Task task;

    TrainerTest(@TempDir Path folder) {
        this.folder = folder;
        this.task = Synthetic.task(folder);
    }

    private List<EpochRecord> train(Recipe recipe, String name) {
        return Trainer.start(task, Synthetic.network(), recipe, folder.resolve(name))
                .run(new TrainingProgress() {});
    }

    private byte[] model(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve("model.zip"));
    }

    @Test
    void learnsToTellStripesApart() {
        List<EpochRecord> epochs = train(Synthetic.recipe(8, Schedule.COSINE), "run");
        assertThat(epochs).hasSize(8);
        assertThat(epochs.get(7).accuracy()).isGreaterThanOrEqualTo(0.9);
        assertThat(epochs.get(7).loss()).isLessThan(epochs.get(0).loss());
    }

    @Test
    void theSameSeedGivesTheSameFileTwice() throws IOException {
        train(Synthetic.recipe(3, Schedule.TRAPEZOID), "one");
        train(Synthetic.recipe(3, Schedule.TRAPEZOID), "two");
        // seconds differ, weights must not
        assertThat(weights("one")).containsExactly(weights("two"));
    }

    private float[] weights(String name) {
        Network network = Models.open(folder.resolve(name).resolve("model.zip").toString());
        Convolution conv1 = (Convolution) network.node("conv1").layer();
        return conv1.weights().values();
    }

    @Test
    void aTrainingThatIsTakenUpAgainEndsLikeAnUnbrokenOne() {
        Recipe recipe = Synthetic.recipe(4, Schedule.COSINE);
        List<EpochRecord> unbroken = train(recipe, "unbroken");
        Path broken = folder.resolve("broken");
        Trainer first = Trainer.start(task, Synthetic.network(), recipe, broken);
        assertThatThrownBy(() -> first.run(stopIn(3))).isInstanceOf(CancellationException.class);
        List<EpochRecord> resumed = Trainer.resume(task, recipe, broken).run(new TrainingProgress() {});
        assertThat(resumed).extracting(EpochRecord::loss).isEqualTo(losses(unbroken));
        assertThat(weights("broken")).containsExactly(weights("unbroken"));
    }

    @Test
    void whatAKilledWriterLeftBehindDoesNotDisturb() throws IOException {
        Recipe recipe = Synthetic.recipe(2, Schedule.COSINE);
        Path run = folder.resolve("run");
        Trainer first = Trainer.start(task, Synthetic.network(), recipe, run);
        assertThatThrownBy(() -> first.run(stopIn(2))).isInstanceOf(CancellationException.class);
        long dead = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start()
                .onExit()
                .join()
                .pid();
        Path leftover = run.resolve(".last.zip." + dead + "-2.part");
        Files.write(leftover, new byte[] {'P', 'K'});
        assertThat(Trainer.resume(task, recipe, run).run(new TrainingProgress() {}))
                .hasSize(2);
        assertThat(leftover).doesNotExist();
    }

    @Test
    void aCheckpointThatIsCutOffIsRefusedInOneLine() throws IOException {
        train(Synthetic.recipe(1, Schedule.COSINE), "run");
        Path last = folder.resolve("run/last.zip");
        byte[] whole = Files.readAllBytes(last);
        Files.write(last, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> Trainer.resume(task, Synthetic.recipe(2, Schedule.COSINE), folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("last.zip")
                .hasMessageContaining("no checkpoint to go on from");
    }

    private static List<Double> losses(List<EpochRecord> epochs) {
        return epochs.stream().map(EpochRecord::loss).toList();
    }

    private static TrainingProgress stopIn(int epoch) {
        return new TrainingProgress() {
            @Override
            public void step(Step step) {
                if (step.epoch() == epoch && step.picture() > step.pictures() / 2) {
                    throw new CancellationException();
                }
            }
        };
    }

    @Test
    void keepsTheChosenEpochsTheLastAndALog() throws IOException {
        train(Synthetic.recipe(3, Schedule.COSINE), "run");
        try (var files = Files.list(folder.resolve("run"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("epoch-001.zip", "epoch-002.zip", "last.zip", "model.zip", "log.csv");
        }
        assertThat(Files.readAllLines(folder.resolve("run/log.csv"))).hasSize(4);
        assertThat(model("run").length).isLessThan((int) Files.size(folder.resolve("run/last.zip")));
    }

    @Test
    void aNetworkForOtherClassesIsRefusedBeforeItLearns() {
        TrainingSet two = task.pictures();
        TrainingSet three =
                new TrainingSet(List.of("lying", "standing", "slanted"), two.side(), two.pixels(), two.labels());
        Trainer.Task other = new Trainer.Task(three, three, task.card());
        Recipe recipe = Synthetic.recipe(1, Schedule.COSINE);
        assertThatThrownBy(() -> Trainer.start(other, Synthetic.network(), recipe, folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2 classes")
                .hasMessageContaining("3");
    }

    @Test
    void noFilterExceedsTheLimitAfterTraining() {
        train(Synthetic.recipe(2, Schedule.COSINE), "run");
        float[] filters = weights("run");
        int size = filters.length / 8;
        for (int f = 0; f < 8; f++) {
            double sum = 0;
            for (int i = f * size; i < (f + 1) * size; i++) {
                sum += filters[i] * filters[i];
            }
            assertThat(Math.sqrt(sum / size)).isLessThanOrEqualTo(0.1 + 1e-6);
        }
    }

    @Test
    void theFileOpensInDl4jAndInZfscopeWithItsCard() throws IOException {
        train(Synthetic.recipe(1, Schedule.COSINE), "run");
        Path file = folder.resolve("run/model.zip");
        MultiLayerNetwork dl4j = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
        Network network = Models.open(file.toString());
        assertThat(network.parameters()).isEqualTo(dl4j.numParams());
        assertThat(network.name()).isEqualTo("stripes");
        assertThat(network.labels()).containsExactly("lying", "standing");
    }

    @Test
    void reportsEachStepWithTheTimeLeft() {
        List<TrainingProgress.Step> steps = new ArrayList<>();
        Trainer.start(task, Synthetic.network(), Synthetic.recipe(2, Schedule.COSINE), folder.resolve("run"))
                .run(new TrainingProgress() {
                    @Override
                    public void step(Step step) {
                        steps.add(step);
                    }
                });
        assertThat(steps).hasSize(12);
        TrainingProgress.Step last = steps.get(11);
        assertThat(last.picture()).isEqualTo(last.pictures()).isEqualTo(48);
        assertThat(last.secondsLeft()).isZero();
        assertThat(steps.get(0).secondsLeft()).isPositive();
    }
}
