package org.zfscope.models.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.layer.Convolution;
import org.zfscope.models.tensor.Tensor;

/** The network that ships is the one that its papers in models/bundled speak of, and as good as they say. */
class BundledTest {

    private static final Path PAPERS = Path.of("bundled");
    private static final int LARGEST = 12_000_000;
    private static final int BATCH = 64;

    @Test
    void isTheFileThatThePapersSpeakOf() throws IOException, NoSuchAlgorithmException {
        byte[] file;
        try (InputStream in = Bundled.open()) {
            file = in.readAllBytes();
        }
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(Files.readString(PAPERS.resolve("bundled.zip.sha256"))).startsWith(hash);
        assertThat(file.length).isLessThanOrEqualTo(LARGEST);
        assertThat(Bundled.load().labels()).isEqualTo(Files.readAllLines(PAPERS.resolve("classes.txt")));
    }

    @Test
    void noFilterExceedsThePapersRms() {
        for (Network.Node node : Bundled.load().nodes()) {
            if (node.layer() instanceof Convolution convolution) {
                float[] values = convolution.weights().values();
                int each = convolution.weights().each();
                for (int f = 0; f < convolution.filters(); f++) {
                    double sum = 0;
                    for (int i = f * each; i < (f + 1) * each; i++) {
                        sum += (double) values[i] * values[i];
                    }
                    assertThat(Math.sqrt(sum / each))
                            .as("%s %d", node.name(), f)
                            .isLessThanOrEqualTo(0.1 + 1e-6);
                }
            }
        }
    }

    @Test
    void namesAtLeastFourOfFiveValidationPictures() throws IOException {
        Path folder = SharedData.require("data/imagenette-160/val");
        Network network = Bundled.load();
        int right = 0;
        int pictures = 0;
        List<Path> classes = list(folder);
        for (int label = 0; label < classes.size(); label++) {
            List<Path> files = list(classes.get(label));
            pictures += files.size();
            for (int from = 0; from < files.size(); from += BATCH) {
                right += right(network, files.subList(from, Math.min(files.size(), from + BATCH)), label);
            }
        }
        double accuracy = (double) right / pictures;
        System.out.printf("bundled network, centre crop: %d of %d right, %.2f %%%n", right, pictures, 100 * accuracy);
        assertThat(pictures).isEqualTo(3539);
        assertThat(accuracy).isGreaterThanOrEqualTo(0.80);
        assertThat(100 * accuracy).isCloseTo(recorded(), org.assertj.core.api.Assertions.within(0.3));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static int right(Network network, List<Path> files, int label) {
        List<Tensor> inputs = files.parallelStream()
                .map(file -> network.preprocessing().apply(ImageFiles.read(file), network.input()))
                .toList();
        String output = network.output().name();
        int right = 0;
        try (Activations run = network.forward(inputs, Keep.only(output))) {
            for (int i = 0; i < inputs.size(); i++) {
                float[] answer = run.maps(output, i).values();
                int best = 0;
                for (int c = 1; c < answer.length; c++) {
                    best = answer[c] > answer[best] ? c : best;
                }
                right += best == label ? 1 : 0;
            }
        }
        return right;
    }

    /** What the training's log says of its last epoch, in percent. */
    private static double recorded() throws IOException {
        List<String> log = Files.readAllLines(PAPERS.resolve("log.csv"));
        return 100 * Double.parseDouble(log.get(log.size() - 1).split(",", -1)[4]);
    }
}
