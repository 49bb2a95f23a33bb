package org.zfscope.models.load.caffe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zfscope.models.Activations;
import org.zfscope.models.Keep;
import org.zfscope.models.Network;
import org.zfscope.models.Preprocessing.Source;
import org.zfscope.models.SharedData;
import org.zfscope.models.image.ImageFiles;
import org.zfscope.models.load.ModelSource;
import org.zfscope.models.tensor.Tensor;

/** The networks of Caffe's CIFAR-10 example recognise what they were trained to recognise. */
class CifarAccuracyTest {

    private static final int BATCH = 50;

    @TempDir
    private Path folder;

    @Test
    void quickRecognisesItsClassesFromHdf5() throws IOException {
        assertThat(accuracy(CaffeGoldenTest.quick("cifar10_quick_iter_5000.caffemodel.h5")))
                .isGreaterThanOrEqualTo(0.73);
    }

    /** The same weights in the other form: the same answers, picture by picture. */
    @Test
    void quickRecognisesItsClassesFromABinaryFile() throws IOException {
        ModelSource hdf5 = CaffeGoldenTest.quick("cifar10_quick_iter_5000.caffemodel.h5");
        Path binary = Files.write(
                folder.resolve("quick.caffemodel"), binary(hdf5.weights().orElseThrow()));
        assertThat(accuracy(hdf5.withWeights(Optional.of(binary)))).isGreaterThanOrEqualTo(0.73);
    }

    private static byte[] binary(Path hdf5) {
        CaffeModel model = new CaffeModel("");
        try (CaffeWeights weights = HdfWeights.in(hdf5).orElseThrow()) {
            for (String layer : weights.layers()) {
                weights.of(layer).forEach(blob -> {
                    long[] sides =
                            blob.sides().stream().mapToLong(Long::longValue).toArray();
                    model.with(
                            layer,
                            blob.values(sides),
                            blob.sides().stream().mapToInt(Long::intValue).toArray());
                });
            }
        }
        return model.binary();
    }

    /** Before the learning rate was lowered, it was not yet as good. */
    @Test
    void aFileOfCaffesOwnRecognisesItsClasses() throws IOException {
        assertThat(accuracy(CaffeGoldenTest.quick("cifar10_quick_iter_4000.caffemodel")))
                .isGreaterThanOrEqualTo(0.70);
    }

    /** The binary file tells its net, and its fully connected layer how large pictures are. */
    @Test
    void aBinaryFileNeedsNoNetBesideIt() throws IOException {
        Path alone = Files.copy(
                SharedData.require("data/weights/caffe-cifar10/cifar10_quick_iter_4000.caffemodel"),
                folder.resolve("model"));
        Path cat = inside(SharedData.require("data/cifar10/test/cat")).get(0);
        try (Network one = new CaffeLoader().load(alone);
                Network other = new CaffeLoader().load(CaffeGoldenTest.quick("cifar10_quick_iter_4000.caffemodel"))) {
            assertThat(one.input()).isEqualTo(other.input());
            assertThat(one.inputSource()).isEqualTo(Source.GUESS);
            Tensor input = other.preprocessing().apply(ImageFiles.read(cat), other.input());
            try (Activations first = one.forward(input, Keep.everything());
                    Activations second = other.forward(input, Keep.everything())) {
                assertThat(first.maps("ip2", 0)).isEqualTo(second.maps("ip2", 0));
            }
        }
    }

    @Test
    void fullRecognisesItsClasses() throws IOException {
        Path weights = SharedData.require("data/weights/caffe-cifar10/cifar10_full_iter_60000.caffemodel.h5");
        Path net = Files.writeString(folder.resolve("full.prototxt"), CifarFull.NET);
        assertThat(accuracy(ModelSource.ofFile(net).withWeights(Optional.of(weights))))
                .isGreaterThanOrEqualTo(0.75);
    }

    private static double accuracy(ModelSource source) throws IOException {
        Path test = SharedData.require("data/cifar10/test");
        Tensor mean = MeanFile.read(SharedData.require("data/weights/caffe-cifar10/mean-image-rgb-32x32x3.npy"));
        int right = 0;
        int all = 0;
        try (Network loaded = new CaffeLoader().load(source)) {
            Network network = loaded.with(loaded.preprocessing().withMean(mean));
            List<Path> classes = inside(test);
            for (int c = 0; c < classes.size(); c++) {
                List<Path> pictures = inside(classes.get(c));
                for (int from = 0; from < pictures.size(); from += BATCH) {
                    List<Path> some = pictures.subList(from, Math.min(from + BATCH, pictures.size()));
                    right += hits(network, some, c);
                    all += some.size();
                }
            }
        }
        System.out.printf("%s: %d of %d%n", source.shortName(), right, all);
        return (double) right / all;
    }

    private static int hits(Network network, List<Path> pictures, int label) {
        List<Tensor> inputs = pictures.stream()
                .map(p -> network.preprocessing().apply(ImageFiles.read(p), network.input()))
                .toList();
        String output = network.output().name();
        int hits = 0;
        try (Activations run = network.forward(inputs, Keep.only(output))) {
            for (int i = 0; i < inputs.size(); i++) {
                hits += strongest(run.maps(output, i).values()) == label ? 1 : 0;
            }
        }
        return hits;
    }

    private static int strongest(float[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
