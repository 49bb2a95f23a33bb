package org.zfscope.models.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Network;
import org.zfscope.models.layer.Dense;
import org.zfscope.models.open.Models;

/** What {@code kill -9} leaves of a training that writes a checkpoint every few milliseconds. */
class TrainerKillTest {

    private static final int EPOCHS = 60;
    private static final int KILLS = 5;

    /** The training that is killed: trains the task of a folder to the end, or goes on with it. */
    static final class Victim {
        public static void main(String[] arguments) {
            Path data = Path.of(arguments[0]);
            Path run = Path.of(arguments[1]);
            Trainer.Task task = Synthetic.read(data);
            Recipe recipe = recipe();
            Trainer trainer = Trainer.begun(run).isPresent()
                    ? Trainer.resume(task, recipe, run)
                    : Trainer.start(task, Synthetic.network(), recipe, run);
            trainer.run(new TrainingProgress() {
                @Override
                public void epoch(EpochRecord record) {
                    System.out.println("epoch");
                }
            });
        }
    }

    private static Recipe recipe() {
        Recipe r = Synthetic.recipe(EPOCHS, Schedule.COSINE);
        List<Integer> all = IntStream.rangeClosed(1, EPOCHS).boxed().toList();
        return new Recipe(
                EPOCHS,
                r.batch(),
                r.schedule(),
                r.rate(),
                r.rise(),
                r.fall(),
                r.patience(),
                r.momentum(),
                r.weightDecay(),
                r.smoothing(),
                r.maxRms(),
                r.distortion(),
                r.start(),
                r.seed(),
                all);
    }

    @Test
    void nothingIsLostButTheRunningEpoch(@TempDir Path folder) throws IOException, InterruptedException {
        Synthetic.task(folder);
        Path unbroken = folder.resolve("unbroken");
        assertThat(start(folder, unbroken).waitFor()).isZero();
        Path broken = folder.resolve("broken");
        Random random = new Random(20);
        int epochs = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim = start(folder, broken);
            victim.waitFor(random.nextInt(250), TimeUnit.MILLISECONDS);
            victim.destroyForcibly().waitFor();
            int now = wholeEpochs(broken);
            assertThat(now).isGreaterThanOrEqualTo(epochs);
            epochs = now;
        }
        assertThat(epochs).as("epochs before the last kill").isBetween(1, EPOCHS);
        assertThat(start(folder, broken).waitFor()).isZero();
        assertThat(weights(broken)).containsExactly(weights(unbroken));
        try (Stream<Path> left = Files.list(broken)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    /** Starts a training on one thread and waits for its first epoch; the next ones take a few milliseconds each. */
    private static Process start(Path data, Path run) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                data.toString(),
                run.toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.equals("epoch")) {
            line = out.readLine();
        }
        assertThat(line).as("the training began").isEqualTo("epoch");
        return process;
    }

    /** Every file that is there can be read; those of the epochs before the last whole one are all there. */
    private static int wholeEpochs(Path run) throws IOException {
        if (Trainer.begun(run).isEmpty()) {
            return 0;
        }
        int epochs = Checkpoint.history(run.resolve("last.zip")).epochs().size();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            assertThat(run.resolve(String.format("epoch-%03d.zip", epoch))).exists();
        }
        try (Stream<Path> files = Files.list(run)) {
            for (Path zip : files.filter(p -> p.getFileName().toString().endsWith(".zip"))
                    .toList()) {
                assertThat(Models.open(zip.toString()).labels()).hasSize(2);
            }
        }
        return epochs;
    }

    private static float[] weights(Path run) {
        Network network = Models.open(run.resolve("model.zip").toString());
        Dense fc3 = (Dense) network.node("fc3").layer();
        return fc3.weights().values();
    }
}
