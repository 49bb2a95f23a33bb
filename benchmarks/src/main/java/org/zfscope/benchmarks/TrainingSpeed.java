package org.zfscope.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.load.ModelCard;
import org.zfscope.models.train.Architecture;
import org.zfscope.models.train.Distortion;
import org.zfscope.models.train.Recipe;
import org.zfscope.models.train.Schedule;
import org.zfscope.models.train.Trainer;
import org.zfscope.models.train.TrainingProgress;
import org.zfscope.models.train.TrainingSet;
import org.zfscope.models.zoo.ZfNetS;

/**
 * How long a step of training takes: zfscope's trainer (its crops included) beside libtorch and beside DL4J with its
 * helpers disabled, as it ships. The three take turns, a step each.
 */
public final class TrainingSpeed {

    private static final int BATCH = 64;
    private static final int SIDE = 160;
    private static final int CLASSES = 10;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final String DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    private TrainingSpeed() {}

    /** Arguments: libtorch's class path, the number of threads. */
    public static void main(String[] args) throws IOException {
        Process torch = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        args[0],
                        "org.zfscope.benchmarks.peer.TrainingPeer",
                        args[1],
                        Integer.toString(BATCH))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Writer questions = new OutputStreamWriter(torch.getOutputStream(), StandardCharsets.UTF_8);
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(torch.getInputStream(), StandardCharsets.UTF_8))) {
            if (!"ready".equals(answers.readLine())) {
                throw new IOException("the libtorch process did not start");
            }
            System.setProperty(DISABLED, "true");
            Shipped shipped = new Shipped();
            shipped.step(); // its layers look for helpers when they are first used
            System.setProperty(DISABLED, "false");
            measure(() -> ask(questions, answers), shipped);
        } finally {
            torch.destroy();
        }
    }

    private static double ask(Writer questions, BufferedReader answers) {
        try {
            questions.write("step\n");
            questions.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("the libtorch process ended early; its error is above");
            }
            return Double.parseDouble(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells how long one step took, in milliseconds. */
    @FunctionalInterface
    private interface Side {
        double step();
    }

    private static void measure(Side libtorch, Side shipped) throws IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> asShipped = new ArrayList<>();
        Path folder = Files.createTempDirectory("zfscope-benchmark");
        try {
            trainer(folder).run(new TrainingProgress() {
                private long start = System.nanoTime();

                @Override
                public void step(Step step) {
                    double ms = (System.nanoTime() - start) / 1e6;
                    double other = libtorch.step();
                    if (step.picture() / BATCH > WARM_UP) {
                        ours.add(ms);
                        theirs.add(other);
                        asShipped.add(shipped.step());
                    }
                    if (ours.size() == ROUNDS) {
                        throw new CancellationException();
                    }
                    start = System.nanoTime();
                }
            });
        } catch (CancellationException e) {
            report(median(ours), median(theirs), median(asShipped));
        } finally {
            Files.delete(folder);
        }
    }

    private static void report(double ours, double theirs, double asShipped) {
        System.out.printf(
                Locale.ROOT,
                "a training step of zfnet-s, %d pictures, medians of %d in turns: zfscope %.0f ms, libtorch %.0f ms"
                        + " (ratio %.2f, at most 1.50), DL4J as shipped %.0f ms (%.1f times as long, at least 4.0)%n",
                BATCH,
                ROUNDS,
                ours,
                theirs,
                ours / theirs,
                asShipped,
                asShipped / ours);
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Trainer trainer(Path folder) {
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList();
        TrainingSet noise = noise(names, BATCH * (WARM_UP + ROUNDS + 1));
        ModelCard card =
                new ModelCard(Optional.of("noise"), Optional.of(Preprocessing.torch(Preprocessing.Source.FILE)), names);
        Recipe recipe = new Recipe(
                1,
                BATCH,
                Schedule.COSINE,
                0.01,
                0,
                1,
                1,
                0.9,
                5e-4,
                0,
                0.1,
                new Distortion(0.6, true, 0.2),
                Recipe.Start.NORMAL,
                1,
                List.of());
        Architecture network = new Architecture.Row(ZfNetS.configuration(1, CLASSES));
        return Trainer.start(new Trainer.Task(noise, noise, card), network, recipe, folder);
    }

    private static TrainingSet noise(List<String> names, int count) {
        Random random = new Random(1);
        List<byte[]> pixels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] one = new byte[3 * SIDE * SIDE];
            random.nextBytes(one);
            pixels.add(one);
        }
        return new TrainingSet(
                names, SIDE, pixels, random.ints(count, 0, CLASSES).toArray());
    }

    /** DL4J's own network with everything as it comes. */
    private static final class Shipped implements Side {

        private final MultiLayerNetwork network = new MultiLayerNetwork(ZfNetS.configuration(1, CLASSES));
        private final INDArray pictures = Nd4j.randn(BATCH, 3, 128, 128);
        private final INDArray targets = Nd4j.zeros(BATCH, CLASSES);

        Shipped() {
            network.getLayerWiseConfigurations().getConfs().forEach(conf -> {
                if (conf.getLayer() instanceof org.deeplearning4j.nn.conf.layers.BaseLayer layer) {
                    layer.setIUpdater(new Nesterovs(0.01, 0.9));
                }
            });
            network.init();
            for (int i = 0; i < BATCH; i++) {
                targets.putScalar(i, i % CLASSES, 1);
            }
        }

        @Override
        public double step() {
            long start = System.nanoTime();
            network.fit(pictures, targets);
            return (System.nanoTime() - start) / 1e6;
        }
    }
}
