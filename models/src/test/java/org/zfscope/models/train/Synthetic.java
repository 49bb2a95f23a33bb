package org.zfscope.models.train;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.zfscope.models.Preprocessing;
import org.zfscope.models.load.ModelCard;

/** A task that a small network learns in seconds: stripes that lie against stripes that stand, under noise. */
final class Synthetic {

    static final int SIDE = 20;
    static final int INPUT = 16;

    private Synthetic() {}

    static Path folder(Path folder, int each, long seed) {
        Random random = new Random(seed);
        for (String kind : List.of("lying", "standing")) {
            Path one = folder.resolve(kind);
            try {
                Files.createDirectories(one);
                for (int i = 0; i < each; i++) {
                    ImageIO.write(
                            stripes(kind.equals("lying"), random),
                            "png",
                            one.resolve(i + ".png").toFile());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    private static BufferedImage stripes(boolean lying, Random random) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int phase = random.nextInt(4);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int along = lying ? y : x;
                int value = ((along + phase) / 2 % 2 == 0 ? 60 : 180) + random.nextInt(60);
                image.setRGB(x, y, value << 16 | value << 8 | value);
            }
        }
        return image;
    }

    static Trainer.Task task(Path data) {
        folder(data.resolve("train"), 24, 1);
        folder(data.resolve("val"), 10, 2);
        return read(data);
    }

    /** The task whose pictures are there already. */
    static Trainer.Task read(Path data) {
        TrainingSet train = TrainingSet.read(data.resolve("train"), SIDE);
        TrainingSet validation = TrainingSet.read(data.resolve("val"), SIDE);
        float[] mean = {128, 128, 128};
        float[] scale = {1 / 64f, 1 / 64f, 1 / 64f};
        Preprocessing preprocessing =
                Preprocessing.of(Preprocessing.Channels.RGB, mean, scale, Preprocessing.Source.FILE);
        ModelCard card = new ModelCard(Optional.of("stripes"), Optional.of(preprocessing), train.classes());
        return new Trainer.Task(train, validation, card);
    }

    /** With one of everything that training treats in a way of its own. */
    static Architecture network() {
        MultiLayerConfiguration row = new NeuralNetConfiguration.Builder()
                .seed(1)
                .weightInit(WeightInit.RELU)
                .activation(Activation.IDENTITY)
                .list()
                .layer(new ConvolutionLayer.Builder(5, 5)
                        .stride(2, 2)
                        .padding(2, 2)
                        .nOut(8)
                        .name("conv1")
                        .build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(3, 3)
                        .stride(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .build())
                .layer(new LocalResponseNormalization.Builder(2, 5, 1e-4, 0.75).build())
                .layer(new DenseLayer.Builder().nOut(16).name("fc2").build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DropoutLayer(0.5))
                .layer(new DenseLayer.Builder().nOut(2).name("fc3").build())
                .layer(new LossLayer.Builder(LossFunction.NEGATIVELOGLIKELIHOOD)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutionalFlat(INPUT, INPUT, 3))
                .build();
        return new Architecture.Row(row);
    }

    static Recipe recipe(int epochs, Schedule schedule) {
        return new Recipe(
                epochs,
                8,
                schedule,
                0.05,
                0,
                1,
                3,
                0.9,
                5e-4,
                0.1,
                0.1,
                new Distortion(0.8, false, 0.1),
                Recipe.Start.CONFIGURED,
                7,
                List.of(1, 2));
    }
}
