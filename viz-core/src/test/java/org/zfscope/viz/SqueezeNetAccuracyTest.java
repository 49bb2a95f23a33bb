package org.zfscope.viz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.open.Models;

/** Pictures, preprocessing and forward pass together, measured where it counts. */
class SqueezeNetAccuracyTest {

    @Test
    void sixOfTenPicturesAreNamedRightAtTheFirstGuess() throws IOException {
        Network network = Models.open(
                SharedData.require("golden/squeezenet-1.1/model.onnx").toString());
        List<String> wordNetNumbers = Files.readAllLines(SharedData.require("data/imagenet-1000-labels.txt")).stream()
                .map(line -> line.substring(0, "n01440764".length()))
                .toList();
        try (Stream<Path> files = Files.list(SharedData.require("data/imagenet-samples"))) {
            List<Path> pictures = files.sorted().toList();
            long right = pictures.stream()
                    .filter(picture -> String.valueOf(picture.getFileName())
                            .startsWith(wordNetNumbers.get(best(network, picture))))
                    .count();
            System.out.printf("SqueezeNet top-1: %d of %d%n", right, pictures.size());
            assertThat(pictures).hasSize(700);
            assertThat(right / (double) pictures.size()).isGreaterThanOrEqualTo(0.6);
        }
    }

    private static int best(Network network, Path file) {
        Picture picture = Picture.read(file, network);
        try (Activations run =
                network.forward(picture.input(), Keep.only(network.output().name()))) {
            return ClassScores.top(run, 0, 1).get(0).index();
        }
    }
}
